package id.zitrack.evidence;

import id.zitrack.evidence.Evidence.KeepingStep;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Evidence that was removed, held or destroyed, as the API shows it.
 *
 * @param state {@code HELD} for what is on hold and still in use
 * @param size of all versions together, in bytes
 * @param purgeableFrom when its files may be destroyed; null unless it is removed
 * @param heldBecause why it may not be deleted; null unless it is on hold
 * @param history every step, oldest first
 * @param may actions the caller may do with it now
 */
record KeptResponse(
        UUID id,
        UUID unitId,
        String unitName,
        String title,
        String fileName,
        long size,
        ListingKept.State state,
        @Nullable Instant purgeableFrom,
        @Nullable String heldBecause,
        List<KeptStep> history,
        List<String> may) {

    /** Who did what, when and why. */
    record KeptStep(KeepingStep.Kind kind, @Nullable String by, Instant at, String reason) {}
}
