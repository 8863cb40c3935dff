package id.zitrack.organization;

import id.zitrack.platform.DomainProblem;

/** A unit cannot be deactivated before the units below it. */
final class UnitHasActiveUnits extends DomainProblem {
    UnitHasActiveUnits(String name) {
        super("unit-has-active-units", 409, "The unit " + name + " still has active units below it.");
    }
}
