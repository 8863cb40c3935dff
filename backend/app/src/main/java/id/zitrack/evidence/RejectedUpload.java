package id.zitrack.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A file that the checks refused: what it was called and why, without its bytes or anything that stood in it.
 *
 * @param id follows from unit, person, name and hash, so that trying again moves the time and adds nothing
 * @param fileName as the sender called it, made harmless
 * @param sha256 lower-case hex
 * @param problem the slug that the sender was told
 * @param reason the slug of the reason within that problem; null if it has none
 * @param isSecret whether it was meant to be secret evidence: then its name is for the sender alone
 */
@Document("rejected-uploads")
@CompoundIndex(def = "{'institutionId': 1, 'at': -1}")
@CompoundIndex(def = "{'unitId': 1, 'at': -1}")
@CompoundIndex(def = "{'at': 1}")
record RejectedUpload(
        @Id UUID id,
        UUID institutionId,
        UUID unitId,
        UUID by,
        Instant at,
        String fileName,
        long size,
        String sha256,
        String problem,
        @Nullable String reason,
        boolean isSecret) {

    static UUID idOf(UUID unitId, UUID by, String fileName, String sha256) {
        return UUID.nameUUIDFromBytes(
                (unitId + "/" + by + "/" + sha256 + "/" + fileName).getBytes(StandardCharsets.UTF_8));
    }
}
