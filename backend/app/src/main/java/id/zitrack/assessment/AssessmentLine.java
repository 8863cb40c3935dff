package id.zitrack.assessment;

import id.zitrack.identity.Stage;
import id.zitrack.instrument.InstrumentKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An assessment without its answers, for lists; its standing was computed when an answer last changed.
 *
 * @param answersRevision changes only with the answers
 * @param due until when the unit may repair what was sent back; null unless it was
 */
public record AssessmentLine(
        UUID id,
        UUID institutionId,
        UUID unitId,
        UUID periodId,
        InstrumentKey instrument,
        Stage stage,
        long revision,
        long answersRevision,
        Standing standing,
        @Nullable LocalDate due,
        @Nullable Instant submittedAt,
        Instant updatedAt) {}
