package id.zitrack.organization;

import id.zitrack.platform.DomainProblem;

/** Two periods of an institution cannot share a name. */
final class PeriodNameTaken extends DomainProblem {
    PeriodNameTaken(String name) {
        super("period-name-taken", 409, "A period named " + name + " exists already.");
    }
}
