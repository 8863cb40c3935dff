package id.zitrack.precondition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody recorded about a precondition.
 *
 * @param value null for nothing (any more)
 * @param fulfilled whether that fulfils it; null where the instrument decides
 * @param number of the document that says so
 * @param date of that document
 * @param evidenceId the evidence that proves it
 */
record Statement(
        @Nullable String value,
        @Nullable Boolean fulfilled,
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String note,
        @Nullable UUID evidenceId,
        UUID by,
        Instant at) {

    boolean saysTheSameAs(Statement other) {
        return Objects.equals(value, other.value)
                && Objects.equals(fulfilled, other.fulfilled)
                && Objects.equals(number, other.number)
                && Objects.equals(date, other.date)
                && Objects.equals(note, other.note)
                && Objects.equals(evidenceId, other.evidenceId);
    }
}
