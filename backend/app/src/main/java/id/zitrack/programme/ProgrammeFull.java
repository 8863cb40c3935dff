package id.zitrack.programme;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** The plan of the unit for the year holds as much as it may. */
final class ProgrammeFull extends DomainProblem {
    ProgrammeFull(int year, int most) {
        super("programme-full", 409, "The plan for " + year + " holds as much as it may.", Map.of("most", most));
    }
}
