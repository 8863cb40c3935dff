package id.zitrack.assessment;

import id.zitrack.platform.DomainProblem;
import java.util.Map;
import java.util.UUID;

/** A unit has one assessment in a period. */
final class AssessmentExists extends DomainProblem {
    AssessmentExists(UUID id) {
        super("assessment-exists", 409, "The unit already has assessment " + id + " in this period.", Map.of("id", id));
    }
}
