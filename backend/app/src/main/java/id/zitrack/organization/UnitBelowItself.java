package id.zitrack.organization;

import id.zitrack.platform.DomainProblem;

/** A unit cannot become its own descendant. */
final class UnitBelowItself extends DomainProblem {
    UnitBelowItself(String name) {
        super("unit-below-itself", 409, "The unit " + name + " cannot stand below itself.");
    }
}
