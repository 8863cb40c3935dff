package id.zitrack.review;

import java.time.Instant;
import java.util.UUID;

/** A question that is to go back to the unit, and why. */
public record Mark(String code, String reason, UUID by, Instant at) {}
