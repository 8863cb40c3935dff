package id.zitrack.organization;

import id.zitrack.platform.DomainProblem;

/** The list of periods is full. */
final class TooManyPeriods extends DomainProblem {
    TooManyPeriods() {
        super("too-many-periods", 409, "An institution holds at most " + Calendar.MOST_PERIODS + " periods.");
    }
}
