package id.zitrack.organization;

import id.zitrack.platform.DomainProblem;

/** The tree of units is full. */
final class TooManyUnits extends DomainProblem {
    TooManyUnits() {
        super("too-many-units", 409, "An institution holds at most " + UnitTree.MOST_UNITS + " units.");
    }
}
