package id.zitrack.assessment;

import id.zitrack.instrument.Award;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said about a step beside its reason; each is null where the step does not ask for it.
 *
 * @param due until when: a repair is due, or a predicate holds
 * @param year the year that was monitored
 * @param result what the monitoring found
 * @param evidenceId a piece of evidence that shows the letter
 */
public record Particulars(
        @Nullable String letterNumber,
        @Nullable LocalDate letterDate,
        @Nullable LocalDate due,
        @Nullable Award award,
        @Nullable Integer year,
        @Nullable String result,
        @Nullable UUID evidenceId) {

    static Particulars until(@Nullable LocalDate due) {
        return new Particulars(null, null, due, null, null, null, null);
    }
}
