package id.zitrack.embedded;

import id.zitrack.platform.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import org.springframework.util.unit.DataSize;

/** The embedded stores in a process of their own, to be killed. Prints where they listen, then serves until then. */
final class ForkedStores {
    private ForkedStores() {}

    public static void main(String[] arguments) throws InterruptedException {
        var data = new DataFolder(settings(Path.of(arguments[0])));
        var mongo = new EmbeddedMongo(data);
        var files = new EmbeddedS3(data).embeddedObjectStore();
        System.out.println("ready " + mongo.getConnectionString() + " " + files.endpoint() + " " + files.secretKey());
        Thread.currentThread().join();
    }

    static Settings settings(Path data) {
        return new Settings(
                data,
                false,
                "",
                new Settings.Mongodb(""),
                new Settings.S3("", "", "", "zitrack", "us-east-1"),
                new Settings.Oidc("", "zitrack-web"),
                new Settings.Admin(""),
                new Settings.Upload(DataSize.ofMegabytes(100)),
                new Settings.Clamd(""),
                new Settings.Keeping(Duration.ZERO, DataSize.ofBytes(0), Period.ofYears(5)));
    }
}
