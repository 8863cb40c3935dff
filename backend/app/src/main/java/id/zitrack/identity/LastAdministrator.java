package id.zitrack.identity;

import id.zitrack.platform.DomainProblem;

/** Somebody must be left who can manage people. */
final class LastAdministrator extends DomainProblem {
    LastAdministrator() {
        super("last-administrator", 409, "The institution would be left without an administrator.");
    }
}
