package id.zitrack.identity;

import id.zitrack.platform.DomainProblem;

/** This installation keeps no accounts and so cannot invite to one. */
final class IdentityElsewhere extends DomainProblem {
    IdentityElsewhere() {
        super("identity-elsewhere", 409, "Accounts are kept by the identity provider of the institution, not here.");
    }
}
