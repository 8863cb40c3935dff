package id.zitrack.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain of two entries in docs/trail.md, in the data folder of a server that has stopped. */
class TrailCheckTest {
    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String head = "";

    @Test
    void aWholeChainIsWholeAndNamesItsHead() throws Exception {
        store(it -> {});

        assertThat(check(null)).as(err.toString(UTF_8)).isZero();

        assertThat(out.toString(UTF_8)).contains("2 catatan", "RANTAI UTUH sampai catatan 2", "Ujung 2:" + head);
    }

    @Test
    void aHeadFromOutsideIsRecognized() throws Exception {
        store(it -> {});

        assertThat(check("2:" + head)).isZero();
        assertThat(check("2:" + "0".repeat(64))).isEqualTo(1);

        assertThat(out.toString(UTF_8)).contains("yang Anda catat ADA", "yang Anda catat TIDAK ADA");
    }

    @Test
    void theFirstBrokenEntryIsNamed() throws Exception {
        store(it -> it.getCollection("trail")
                .updateOne(new Document("seq", 1L), new Document("$set", new Document("address", "10.9.9.9"))));

        assertThat(check(null)).isEqualTo(1);

        assertThat(out.toString(UTF_8)).contains("RANTAI PUTUS di catatan 1: isinya");
    }

    @Test
    void aChainThatWasCutIsFound() throws Exception {
        store(it -> it.getCollection("trail").deleteOne(new Document("seq", 2L)));

        assertThat(check(null)).isEqualTo(1);

        assertThat(out.toString(UTF_8)).contains("RANTAI PUTUS di catatan 2: catatan itu tidak ada");
    }

    @Test
    void wrongUseIsSaid() throws Exception {
        assertThat(check(null)).isEqualTo(2);
        store(it -> {});

        assertThat(check("dua")).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains("bukan folder data", "--head harus");
    }

    private int check(@Nullable String noted) {
        return TrailCheck.run(data, noted, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private void store(Consumer<MongoDatabase> damage) throws IOException {
        var mongo = new EmbeddedMongo(new DataFolder(ForkedStores.settings(data)));
        var settings = MongoClientSettings.builder()
                .applyConnectionString(mongo.getConnectionString())
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build();
        try (var client = MongoClients.create(settings)) {
            var database = client.getDatabase("zitrack");
            for (var link : example()) {
                var entry = link.get("entry", Document.class);
                entry.put("_id", entry.remove("id"));
                entry.put("seq", entry.getInteger("seq", 0) + 0L);
                entry.append("previous", link.getString("previous")).append("hash", link.getString("hash"));
                database.getCollection("trail").insertOne(entry);
                database.getCollection("trailHeads").drop();
                database.getCollection("trailHeads")
                        .insertOne(new Document("_id", UUID.fromString(entry.getString("institution")))
                                .append("seq", entry.getLong("seq")));
                head = entry.getString("hash");
            }
            damage.accept(database);
        }
        mongo.stop();
    }

    private static List<Document> example() throws IOException {
        return Files.readString(Path.of("..", "..", "docs", "trail.md"), UTF_8)
                .lines()
                .filter(it -> it.startsWith("{\"entry\":"))
                .map(Document::parse)
                .toList();
    }
}
