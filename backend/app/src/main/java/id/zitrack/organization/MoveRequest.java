package id.zitrack.organization;

import id.zitrack.platform.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Moves one entry of the calendar by letter. Which of the values an entry has is said by {@link EntryValue}; without
 * any the entry is no longer set.
 *
 * @param round the name of the round that moves; null for other entries
 */
record MoveRequest(
        @NotNull CalendarEntry entry,
        @Nullable @Size(max = 60) String round,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable @Min(1) @Max(90) Integer days,
        @Nullable Boolean workingDays,
        @NotBlank @Line(max = 120) String letterNumber,
        @NotNull LocalDate letterDate,
        @NotBlank @Size(max = 1000) String reason) {

    EntryValue value() {
        return switch (entry) {
            case OPENING -> EntryValue.from(from);
            case UNIT_DEADLINE, REVIEW_DEADLINE, NOMINATION_DEADLINE -> EntryValue.until(until);
            case REVIEW_ROUND, APPEAL_WINDOW -> new EntryValue(from, until, null, null);
            case REPAIR_WINDOW ->
                days == null ? EntryValue.NONE : new EntryValue(null, null, days, Boolean.TRUE.equals(workingDays));
        };
    }

    Letter letter() {
        return new Letter(letterNumber.strip(), letterDate);
    }
}
