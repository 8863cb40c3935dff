package id.zitrack;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.embedded.LocalAccounts;
import id.zitrack.identity.AccountInvitations;
import id.zitrack.identity.FirstAdministrator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;

/**
 * The whole application in a process of its own, to be killed. Prints where it listens and tokens for the people that
 * are named, then serves until then.
 */
public final class ForkedServer {
    public static final String ADMINISTRATOR = "admin@instansi.test";

    private ForkedServer() {}

    /** The process, and the first people who were given a token. */
    public record Running(Process process, TestApi administrator, TestApi coordinator) implements AutoCloseable {
        /** Kills it. */
        @Override
        public void close() {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /** Starts the application on a data folder; the last of the people is the coordinator. */
    public static Running start(Path data, String... people) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlogging.level.root=error",
                "-cp",
                System.getProperty("java.class.path"),
                ForkedServer.class.getName(),
                data.toString(),
                ADMINISTRATOR));
        command.addAll(List.of(people));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var line = output.readLine();
        while (line != null && !line.startsWith("ready ")) {
            line = output.readLine();
        }
        assertThat(line).as("the server starts again after a kill").isNotNull();
        var words = String.valueOf(line).split(" ");
        return new Running(
                process,
                new TestApi(words[1], () -> words[2], null),
                new TestApi(words[1], () -> words[words.length - 1], null));
    }

    /** Arguments: the data folder, then the user names who need a token. */
    public static void main(String[] arguments) {
        var context = SpringApplication.run(
                ZiTrackApplication.class, "--server.port=0", "--zitrack.data=" + arguments[0], "--zitrack.demo=false");
        var first = context.getBean(FirstAdministrator.class);
        if (first.isNeeded()) {
            first.create("Kabupaten Uji", "Admin Uji", ADMINISTRATOR, ADMINISTRATOR);
            context.getBean(AccountInvitations.class).invite(ADMINISTRATOR, "Admin Uji", ADMINISTRATOR);
        }
        var accounts = context.getBean(LocalAccounts.class);
        var ready = new StringBuilder(
                "ready http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
        for (int i = 1; i < arguments.length; i++) {
            ready.append(' ').append(accounts.accessToken(arguments[i]));
        }
        System.out.println(ready);
    }
}
