package id.zitrack.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What the keeping of files adds to their records; may be read in part.
 *
 * @param damage what was wrong when the file was withheld as damaged
 * @param discardAt since when its bytes wait to be discarded; null for nearly every file
 */
@Document("files")
record RecordedFile(
        @Id String sha256,
        @Nullable Long size,
        @Nullable FileState state,
        @Nullable String reason,
        @Nullable Found damage,
        @Nullable Instant discardAt) {

    record Found(Damage.Kind kind, Instant at) {}
}
