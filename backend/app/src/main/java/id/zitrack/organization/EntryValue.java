package id.zitrack.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The value of one entry of a calendar: an opening has {@code from}, a deadline {@code until}, a round or window both,
 * the repair window a length.
 *
 * @param workingDays whether the length counts working days; null without a length
 */
record EntryValue(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Integer days,
        @Nullable Boolean workingDays) {
    static final EntryValue NONE = new EntryValue(null, null, null, null);

    static EntryValue from(@Nullable LocalDate day) {
        return new EntryValue(day, null, null, null);
    }

    static EntryValue until(@Nullable LocalDate day) {
        return new EntryValue(null, day, null, null);
    }

    boolean isNone() {
        return equals(NONE);
    }
}
