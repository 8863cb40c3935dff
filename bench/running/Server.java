package id.zitrack.bench.running;

import id.zitrack.ZiTrackApplication;
import id.zitrack.embedded.LocalAccounts;
import id.zitrack.identity.AccountInvitations;
import id.zitrack.identity.FirstAdministrator;
import id.zitrack.platform.ObjectStoreAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;

/**
 * The application as {@code ./zi start} starts it, in a process of its own, which also answers what only it knows: tokens
 * and how much of its heap is in use.
 */
public final class Server {
    private static final String ADMINISTRATOR = "admin@instansi.test";
    private static final long SAMPLE_EVERY_MS = 200;

    private static volatile boolean sampling;
    private static volatile long peak;

    private Server() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var context = SpringApplication.run(
                ZiTrackApplication.class,
                "--server.port=0",
                "--zitrack.data=" + arguments[0],
                "--zitrack.upload.max-size=2GB",
                "--zitrack.keeping.sweep-every=0");
        context.getBean(FirstAdministrator.class)
                .create("Kabupaten Ukur", "Admin Ukur", ADMINISTRATOR, ADMINISTRATOR);
        context.getBean(AccountInvitations.class).invite(ADMINISTRATOR, "Admin Ukur", ADMINISTRATOR);
        var store = context.getBean(ObjectStoreAddress.class);
        say("ready http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port")
                + " " + store.endpoint() + " " + store.accessKey() + " " + store.secretKey() + " " + store.bucket()
                + " " + context.getBean(MongoConnectionDetails.class).getConnectionString());
        var accounts = context.getBean(LocalAccounts.class);
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = questions.readLine(); line != null; line = questions.readLine()) {
            var words = line.split(" ");
            switch (words[0]) {
                case "token" -> say(accounts.accessToken(words[1]));
                case "watch" -> say(String.valueOf(watch()));
                case "peak" -> say(String.valueOf(endWatch()));
                default -> say("?");
            }
        }
        System.exit(0);
    }

    /** Begins to sample what is in use right after a collection; returns what is now. */
    private static long watch() {
        long now = inUse();
        peak = now;
        sampling = true;
        var sampler = new Thread(() -> {
            while (sampling) {
                peak = Math.max(peak, inUse());
                try {
                    Thread.sleep(SAMPLE_EVERY_MS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        sampler.setDaemon(true);
        sampler.start();
        return now;
    }

    private static long endWatch() {
        sampling = false;
        return peak;
    }

    private static long inUse() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void say(String answer) {
        System.out.println("> " + answer);
    }
}
