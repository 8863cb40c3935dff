package id.zitrack.organization;

import id.zitrack.platform.DomainProblem;

/** The dates of a period contradict each other. */
final class DatesOutOfOrder extends DomainProblem {
    DatesOutOfOrder() {
        super("dates-out-of-order", 409, "A period opens before the unit deadline, then come review and nomination.");
    }
}
