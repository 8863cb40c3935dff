package id.zitrack.identity;

import id.zitrack.platform.DomainProblem;

/** An invitation would open nothing. */
final class InactivePersonInvited extends DomainProblem {
    InactivePersonInvited() {
        super("inactive-person-invited", 409, "The person is not active; activate them before inviting them.");
    }
}
