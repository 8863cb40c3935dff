package id.zitrack.finding;

import id.zitrack.platform.DomainProblem;
import java.util.Map;
import java.util.UUID;

/** The sheet has as many findings as it may. */
final class TooManyFindings extends DomainProblem {
    TooManyFindings(UUID assessmentId, int most) {
        super(
                "too-many-findings",
                409,
                "Assessment " + assessmentId + " has as many findings as it may.",
                Map.of("most", most));
    }
}
