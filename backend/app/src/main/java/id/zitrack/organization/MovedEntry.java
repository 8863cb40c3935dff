package id.zitrack.organization;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One move of one entry of a calendar.
 *
 * @param byName who moved it, as they were called then
 * @param round the name of the round; null for other entries
 */
record MovedEntry(
        Instant at,
        String byName,
        CalendarEntry entry,
        @Nullable String round,
        EntryValue before,
        EntryValue after,
        Letter letter,
        String reason) {}
