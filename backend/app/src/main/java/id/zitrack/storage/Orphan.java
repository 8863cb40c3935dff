package id.zitrack.storage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Half of a stored file: bytes that nothing records, or evidence whose file nothing records. Only reported; what to do
 * about it is for people to decide.
 *
 * @param id the key of the bytes, or the hash that the evidence names
 * @param size of the bytes; null where there are none
 * @param evidenceId one of the records that name the file
 * @param round the last sweep that saw it
 */
@Document("orphans")
@CompoundIndex(def = "{'round': 1}")
record Orphan(
        @Id String id,
        Kind kind,
        @Nullable Long size,
        @Nullable UUID evidenceId,
        Instant seenAt,
        long round) {

    enum Kind {
        /** In the store, but recorded nowhere: left behind by a killed upload. */
        BYTES,
        /** Named by evidence, but recorded nowhere. */
        RECORD
    }
}
