package id.zitrack.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody has said that a piece of evidence does not bear on a question of a sheet, so that it is no longer offered
 * there.
 *
 * @param id follows from the three, so that saying it twice says it once
 */
@Document("dismissed-offers")
@CompoundIndex(def = "{'assessmentId': 1}")
record DismissedOffer(@Id UUID id, UUID assessmentId, String code, UUID evidenceId, UUID by, Instant at) {

    static UUID idOf(UUID assessmentId, String code, UUID evidenceId) {
        return UUID.nameUUIDFromBytes((assessmentId + "/" + evidenceId + "/" + code).getBytes(StandardCharsets.UTF_8));
    }
}
