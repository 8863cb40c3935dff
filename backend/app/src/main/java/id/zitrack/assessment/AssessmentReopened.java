package id.zitrack.assessment;

import java.time.Instant;
import java.util.UUID;

/** An accepted or closed assessment was taken up again by the assessors. */
public record AssessmentReopened(
        UUID assessmentId, UUID institutionId, UUID unitId, UUID periodId, String reason, UUID by, Instant at) {}
