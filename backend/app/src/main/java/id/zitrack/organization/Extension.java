package id.zitrack.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * More time for one unit; the latest of a unit counts, and never shortens the deadline of all.
 *
 * @param byName who granted it, as they were called then
 * @param until the last day; null ends an earlier extension
 * @param letter null if there is none
 */
record Extension(
        Instant at,
        String byName,
        UUID unitId,
        @Nullable LocalDate until,
        String reason,
        @Nullable Letter letter) {}
