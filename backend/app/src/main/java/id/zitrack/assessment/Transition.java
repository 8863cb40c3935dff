package id.zitrack.assessment;

import id.zitrack.identity.Stage;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of an assessment.
 *
 * @param from null for the first step
 * @param reason what the person said about it, if anything
 * @param step null for the first, for moves to another instrument, and for what was stored before steps had names
 * @param with what else was said; null for nothing
 */
public record Transition(
        Instant at,
        UUID by,
        @Nullable Stage from,
        Stage to,
        @Nullable String reason,
        @Nullable Step step,
        @Nullable Particulars with) {}
