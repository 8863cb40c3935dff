package id.zitrack.assessment;

import java.time.Instant;
import java.util.UUID;

/** The assessors closed an accepted assessment. */
public record AssessmentClosed(
        UUID assessmentId, UUID institutionId, UUID unitId, UUID periodId, UUID by, Instant at) {}
