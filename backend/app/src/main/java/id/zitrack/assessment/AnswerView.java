package id.zitrack.assessment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One answer of the unit as other rooms may read it.
 *
 * @param value null for a blank answer
 * @param revision counts the changes of this one answer, from 1
 */
public record AnswerView(
        String code, @Nullable String value, @Nullable String note, long revision, UUID by, Instant at) {}
