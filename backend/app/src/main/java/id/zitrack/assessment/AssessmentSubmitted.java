package id.zitrack.assessment;

import java.time.Instant;
import java.util.UUID;

/** The unit handed its assessment to the assessors, for the first time or again. */
public record AssessmentSubmitted(
        UUID assessmentId, UUID institutionId, UUID unitId, UUID periodId, UUID by, Instant at) {}
