package id.zitrack.organization;

import id.zitrack.platform.DomainProblem;

/** An active unit cannot stand below an inactive one. */
final class ParentUnitInactive extends DomainProblem {
    ParentUnitInactive(String name) {
        super("parent-unit-inactive", 409, "The unit " + name + " is not active and takes no active units.");
    }
}
