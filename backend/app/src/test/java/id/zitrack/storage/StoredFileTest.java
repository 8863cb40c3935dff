package id.zitrack.storage;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.ZiTrackTest;
import java.time.Instant;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ZiTrackTest
class StoredFileTest {
    @Autowired
    private StoredFiles files;

    @Autowired
    private MongoTemplate mongo;

    @Test
    void storesWhatItIsMadeOfAndNothingThatFollowsFromIt() {
        var sha256 = "5f".repeat(32);
        var now = Instant.parse("2026-11-28T02:00:00Z");
        var file = new StoredFile(
                sha256, 3, "application/pdf", 7, now, FileState.CHECKING, null, true, null, StoredFile.Scan.dueAt(now));

        files.insert(file);

        var stored = Objects.requireNonNull(mongo.findById(sha256, Document.class, "files"));
        assertThat(stored.keySet())
                .containsExactlyInAnyOrder(
                        "_id", "size", "mediaType", "crc32", "storedAt", "state", "textLayer", "scan");
        assertThat(files.findById(sha256)).contains(file);
        files.delete(file);
    }
}
