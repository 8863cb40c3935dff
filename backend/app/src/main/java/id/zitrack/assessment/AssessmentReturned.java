package id.zitrack.assessment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The assessors sent an assessment back to the unit: the named questions, or all if none is named. */
public record AssessmentReturned(
        UUID assessmentId,
        UUID institutionId,
        UUID unitId,
        UUID periodId,
        List<ReturnedQuestion> questions,
        @Nullable String message,
        UUID by,
        Instant at) {}
