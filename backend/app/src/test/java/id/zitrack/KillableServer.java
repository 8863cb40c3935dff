package id.zitrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link ForkedServer} and callers for the people who were named; closing it kills it with SIGKILL. */
public record KillableServer(Process process, TestApi administrator, TestApi coordinator) implements AutoCloseable {

    /**
     * Starts it on a data folder, which a killed one may have left.
     *
     * @param settings as {@code name=value}
     * @param people the coordinator's user name, once there is one
     */
    public static KillableServer start(Path data, List<String> settings, String... people) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlogging.level.root=error"));
        settings.forEach(it -> command.add("-D" + it));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ForkedServer.class.getName(),
                data.toString(),
                ForkedServer.ADMINISTRATOR));
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
        return new KillableServer(
                process,
                new TestApi(words[1], () -> words[2], null),
                new TestApi(words[1], () -> words[words.length - 1], null));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
