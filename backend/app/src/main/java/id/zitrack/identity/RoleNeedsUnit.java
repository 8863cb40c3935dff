package id.zitrack.identity;

import id.zitrack.platform.DomainProblem;

/** A coordinator coordinates one unit, not the institution. */
final class RoleNeedsUnit extends DomainProblem {
    RoleNeedsUnit(Role role) {
        super("role-needs-unit", 409, "The role " + role + " is held on a unit.");
    }
}
