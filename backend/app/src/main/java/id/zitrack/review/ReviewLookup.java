package id.zitrack.review;

import id.zitrack.assessment.AssessmentLine;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds reviews for other rooms. */
public interface ReviewLookup {

    /** The review of an assessment; empty if the assessment is not there. */
    Optional<ReviewView> find(UUID assessmentId);

    /** The reviews of some assessments as lines of a list, by assessment id; those nobody has begun are left out. */
    Map<UUID, ReviewLine> lines(Collection<AssessmentLine> assessments);
}
