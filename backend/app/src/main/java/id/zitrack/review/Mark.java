package id.zitrack.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question that is to go back to the unit, and why.
 *
 * @param due until when it should be repaired; null for the day that holds for all
 */
public record Mark(String code, String reason, @Nullable LocalDate due, UUID by, Instant at) {}
