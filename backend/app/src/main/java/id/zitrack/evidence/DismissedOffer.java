package id.zitrack.evidence;

import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
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
record DismissedOffer(
        @Id UUID id,
        @Version @Nullable Long version,
        UUID assessmentId,
        String code,
        UUID evidenceId,
        UUID by,
        Instant at)
        implements Recorded {

    static DismissedOffer of(UUID assessmentId, String code, UUID evidenceId, UUID by, Instant at) {
        return new DismissedOffer(idOf(assessmentId, code, evidenceId), null, assessmentId, code, evidenceId, by, at);
    }

    @Override
    public List<Facts> facts() {
        return List.of(Facts.about("dismissed-offer", id)
                .say("assessment", assessmentId)
                .say("question", code)
                .say("evidence", evidenceId));
    }

    static UUID idOf(UUID assessmentId, String code, UUID evidenceId) {
        return UUID.nameUUIDFromBytes((assessmentId + "/" + evidenceId + "/" + code).getBytes(StandardCharsets.UTF_8));
    }
}
