package id.zitrack.trail;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Where the chain of an institution ends, or ended a moment ago: it is written after the entries, so a process that was
 * killed leaves one that lags behind.
 *
 * @param seq of the last entry; 0 before the first
 * @param recorded as in {@link Link}
 */
@Document("trailHeads")
record Head(@Id UUID institutionId, long seq, String hash, String recorded) {
    static final String NOTHING = "0".repeat(64);

    static Head ofEmpty(UUID institutionId) {
        return new Head(institutionId, 0, NOTHING, "");
    }
}
