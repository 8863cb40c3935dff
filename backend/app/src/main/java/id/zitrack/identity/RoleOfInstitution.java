package id.zitrack.identity;

import id.zitrack.platform.DomainProblem;

/** An administrator administers the whole institution. */
final class RoleOfInstitution extends DomainProblem {
    RoleOfInstitution(Role role) {
        super("role-of-institution", 409, "The role " + role + " is held on the whole institution.");
    }
}
