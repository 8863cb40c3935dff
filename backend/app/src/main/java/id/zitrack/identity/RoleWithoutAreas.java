package id.zitrack.identity;

import id.zitrack.platform.DomainProblem;

/** Only area coordinators answer for areas. */
final class RoleWithoutAreas extends DomainProblem {
    RoleWithoutAreas(Role role) {
        super("role-without-areas", 409, "The role " + role + " is not limited to areas.");
    }
}
