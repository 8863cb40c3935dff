package id.zitrack.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCheckTest {
    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String one = "";
    private String other = "";

    @BeforeEach
    void twoStoredFiles() throws Exception {
        var mongo = new EmbeddedMongo(new DataFolder(ForkedStores.settings(data)));
        try (var client = MongoClients.create(mongo.getConnectionString())) {
            var database = client.getDatabase("zitrack");
            one = store("Keputusan");
            other = store("Notulen");
            for (var it : List.of(one, other)) {
                database.getCollection("files")
                        .insertOne(new Document("_id", it)
                                .append("size", Files.size(pathOf(it)))
                                .append("state", "AVAILABLE"));
                database.getCollection("evidence")
                        .insertOne(new Document("_id", "bukti " + it)
                                .append("versions", List.of(new Document("sha256", it).append("fileName", "SK.pdf"))));
            }
        }
        mongo.stop();
    }

    @Test
    void wholeDataIsWhole() throws IOException {
        var before = Files.getLastModifiedTime(data.resolve("documents/zitrack.mv"));

        assertThat(check()).isZero();

        assertThat(out.toString(UTF_8)).startsWith("Memeriksa").contains("UTUH", "Diperiksa: 2 berkas");
        assertThat(Files.getLastModifiedTime(data.resolve("documents/zitrack.mv")))
                .isEqualTo(before);
    }

    @Test
    void aChangedAndALostFileAreNamed() throws IOException {
        Files.writeString(pathOf(one), "keputusan");
        Files.delete(pathOf(other));

        assertThat(check()).isEqualTo(1);

        assertThat(out.toString(UTF_8))
                .contains("RUSAK   " + one + "  SK.pdf", "HILANG  " + other + "  SK.pdf", "TIDAK UTUH: 2 bermasalah");
    }

    @Test
    void aCutFileIsFound() throws IOException {
        Files.writeString(pathOf(one), "Kep");

        assertThat(check()).isEqualTo(1);

        assertThat(out.toString(UTF_8)).contains("RUSAK   " + one);
    }

    @Test
    void evidenceWithoutARecordedFileIsFoundAndLeftOverBytesAreOnlyReported() throws Exception {
        var left = store("Sisa unggahan");
        assertThat(check()).isZero();
        assertThat(out.toString(UTF_8)).contains("SISA  sha256/" + left.substring(0, 2) + "/" + left);
        assertThat(pathOf(left)).exists();

        var mongo = new EmbeddedMongo(new DataFolder(ForkedStores.settings(data)));
        try (var client = MongoClients.create(mongo.getConnectionString())) {
            client.getDatabase("zitrack").getCollection("files").deleteOne(new Document("_id", one));
        }
        mongo.stop();
        assertThat(check()).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("TAK TERCATAT  " + one + "  SK.pdf");
    }

    @Test
    void aFolderInUseIsNotChecked() {
        var mongo = new EmbeddedMongo(new DataFolder(ForkedStores.settings(data)));

        assertThat(check()).isEqualTo(1);

        assertThat(err.toString(UTF_8)).contains("sedang dipakai").hasLineCount(1);
        mongo.stop();
    }

    @Test
    void whatIsNoDataFolderIsSaidInOneLine(@TempDir Path empty) {
        assertThat(DataCheck.run(empty, new PrintStream(out), new PrintStream(err)))
                .isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains("bukan folder data ZITrack").hasLineCount(1);
    }

    private int check() {
        return DataCheck.run(data, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private String store(String text) throws Exception {
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        Files.createDirectories(pathOf(hash).getParent());
        Files.writeString(pathOf(hash), text);
        return hash;
    }

    private Path pathOf(String sha256) {
        return data.resolve("files/zitrack/sha256")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256);
    }
}
