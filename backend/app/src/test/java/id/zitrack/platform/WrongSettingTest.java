package id.zitrack.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.zitrack.ZiTrackApplication;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** A wrong or unreachable part stops the start with one sentence that names the setting. */
class WrongSettingTest {
    private static final String NOBODY_LISTENS = "http://127.0.0.1:1";

    @TempDir
    private Path folder;

    @Test
    void theProcessSaysOneSentenceAndFails() throws Exception {
        var start = start("--server.port=0", "--zitrack.mongodb.uri=mongo at home");

        assertThat(start.exitCode()).isNotZero();
        assertThat(start.output())
                .contains("ZITrack tidak dapat dijalankan. zitrack.mongodb.uri: bukan alamat MongoDB");
        assertThat(start.output()).doesNotContain("\tat ").doesNotContain("Exception");
    }

    @Test
    void takenPortIsNamed() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var start = start("--server.address=0.0.0.0", "--server.port=" + taken.getLocalPort());

            assertThat(start.exitCode()).isNotZero();
            assertThat(start.output()).contains("server.port: port " + taken.getLocalPort());
        }
    }

    @Test
    void unreachableMongoIsNamed() {
        assertThatThrownBy(() -> new MongoSettings().mongodb(settings("mongodb://127.0.0.1:1/zitrack", "", "")))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("zitrack.mongodb.uri: tidak ada server MongoDB yang menjawab di 127.0.0.1:1");
    }

    @Test
    void mongoWithoutADatabaseIsNamed() {
        assertThatThrownBy(() -> MongoSettings.parse("mongodb://db.instansi.test"))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("zitrack.mongodb.uri: tidak menyebut basis data");
    }

    @Test
    void unreachableObjectStoreIsNamed() {
        var address = new ObjectStoreAddress(NOBODY_LISTENS, "key", "secret", "zitrack", "us-east-1");

        assertThatThrownBy(() -> new ObjectStore(address))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("zitrack.s3.endpoint: tidak ada server S3 yang menjawab");
    }

    @Test
    void objectStoreWithoutKeysIsNamed() {
        assertThatThrownBy(() -> new ObjectStoreSettings().objectStoreAddress(settings("", NOBODY_LISTENS, "")))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("zitrack.s3.access-key:");
    }

    @Test
    void unreachableIssuerIsNamed() {
        assertThatThrownBy(() -> new InstitutionSignIn(settings("", "", NOBODY_LISTENS)))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("zitrack.oidc.issuer: tidak ada penyedia OpenID Connect");
    }

    private Settings settings(String mongodb, String s3, String issuer) {
        return new Settings(
                folder,
                false,
                "",
                new Settings.Mongodb(mongodb),
                new Settings.S3(s3, "", "", "zitrack", "us-east-1"),
                new Settings.Oidc(issuer, "zitrack-web"),
                new Settings.Admin(""),
                new Settings.Upload(DataSize.ofMegabytes(1)),
                new Settings.Clamd(""),
                new Settings.Keeping(Duration.ZERO, DataSize.ofBytes(0), Period.ofYears(5)));
    }

    private record Start(int exitCode, String output) {}

    private Start start(String... settings) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ZiTrackApplication.class.getName(),
                "--zitrack.data=" + folder.resolve("data")));
        command.addAll(List.of(settings));
        var output = folder.resolve("output");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        var exitCode = process.waitFor();
        return new Start(exitCode, Files.readString(output, StandardCharsets.UTF_8));
    }
}
