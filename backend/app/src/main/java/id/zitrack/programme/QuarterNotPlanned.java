package id.zitrack.programme;

import id.zitrack.platform.DomainProblem;
import java.util.UUID;

/** Nothing is planned in the quarter. */
final class QuarterNotPlanned extends DomainProblem {
    QuarterNotPlanned(UUID id, int quarter) {
        super("quarter-not-planned", 409, "Work " + id + " is not planned in quarter " + quarter + ".");
    }
}
