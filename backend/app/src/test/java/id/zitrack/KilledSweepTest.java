package id.zitrack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.zitrack.identity.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The server is killed with SIGKILL while it reads its files again: the next one goes on, and counts nothing twice. */
class KilledSweepTest {
    private static final int FILES = 30;
    private static final String COORDINATOR = "koordinator@instansi.test";

    private record Server(Process process, TestApi administrator, TestApi coordinator) implements AutoCloseable {
        JsonNode report() {
            return administrator.get("/api/file-integrity").expect(200).json();
        }

        void sweep() {
            administrator.post("/api/file-integrity/sweeps", null).expect(202);
        }

        @Override
        public void close() {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    @Test
    void aKilledSweepIsFinishedByTheNextServer(@TempDir Path data) throws Exception {
        String unit;
        String begun;
        try (var server = start(data, "1GB")) {
            unit = unitWithCoordinator(server.administrator());
        }
        try (var server = start(data, "250KB", COORDINATOR)) {
            var damaged = uploadMany(server.coordinator(), unit);
            Files.writeString(
                    data.resolve("files/zitrack/sha256")
                            .resolve(damaged.substring(0, 2))
                            .resolve(damaged),
                    "lain");
            server.sweep();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> server.report().path("running").path("files").asInt() >= 3);
            begun = server.report().path("running").path("startedAt").asString();
        }

        try (var server = start(data, "1GB")) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !server.report().path("last").isNull());

            var report = server.report();
            assertThat(report.path("last").path("startedAt").asString()).isEqualTo(begun);
            assertThat(report.path("last").path("files").asInt()).isEqualTo(FILES);
            assertThat(report.path("last").path("damaged").asInt()).isEqualTo(1);
            assertThat(report.path("alarms").size()).isEqualTo(1);
        }
    }

    private static String uploadMany(TestApi coordinator, String unit) {
        var last = "";
        for (int i = 0; i < FILES; i++) {
            last = coordinator
                    .upload(
                            "/api/evidence?unit={unit}&fileName={name}.txt",
                            ("Berkas " + i + "\n").repeat(5_000).getBytes(UTF_8),
                            unit,
                            "berkas-" + i)
                    .expect(201)
                    .json()
                    .path("versions")
                    .path(0)
                    .path("sha256")
                    .asString();
        }
        return last;
    }

    private static String unitWithCoordinator(TestApi administrator) {
        var unit = idOf(administrator.post(
                "/api/units", Map.of("name", "Dinas Uji", "shortName", "Dinas Uji", "kind", "dinas", "active", true)));
        var person = new LinkedHashMap<String, Object>();
        person.put("name", "Ibu Koordinator");
        person.put("email", COORDINATOR);
        person.put("username", COORDINATOR);
        person.put("active", true);
        person.put("roles", List.of(Map.of("role", Role.UNIT_COORDINATOR.name(), "unitId", unit, "areas", List.of())));
        var id = idOf(administrator.post("/api/people", person));
        administrator.post("/api/people/{id}/invitation", null, id).expect(200);
        return unit;
    }

    private static String idOf(TestApi.Answer created) {
        return created.expect(201).json().path("id").asString();
    }

    private static Server start(Path data, String rate, String... people) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlogging.level.root=error",
                "-Dzitrack.keeping.sweep-every=0",
                "-Dzitrack.keeping.sweep-rate=" + rate,
                "-cp",
                System.getProperty("java.class.path"),
                ForkedServer.class.getName(),
                data.toString(),
                ForkedServer.ADMINISTRATOR));
        command.addAll(List.of(people));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        var line = output.readLine();
        while (line != null && !line.startsWith("ready ")) {
            line = output.readLine();
        }
        assertThat(line).as("the server starts").isNotNull();
        var words = String.valueOf(line).split(" ");
        return new Server(
                process,
                new TestApi(words[1], () -> words[2], null),
                new TestApi(words[1], () -> words[words.length - 1], null));
    }
}
