package id.zitrack.organization;

import id.zitrack.platform.DomainProblem;

/** Two units at the same place cannot share a name, whatever the case of its letters. */
final class UnitNameTaken extends DomainProblem {
    UnitNameTaken(String name) {
        super("unit-name-taken", 409, "A unit named " + name + " stands at the same place already.");
    }
}
