package id.zitrack.assessment;

import java.time.Instant;
import java.util.UUID;

/** The assessors accepted an assessment. */
public record AssessmentAccepted(
        UUID assessmentId, UUID institutionId, UUID unitId, UUID periodId, UUID by, Instant at) {}
