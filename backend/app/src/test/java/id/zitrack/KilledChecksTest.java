package id.zitrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.zitrack.identity.Role;
import id.zitrack.storage.RunningClamd;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The whole application is killed with SIGKILL while files wait for the scanner, are scanned and are linked: after the
 * next start each acknowledged file is judged, and proves the question it was brought for.
 */
class KilledChecksTest {
    private static final int KILLS = 3;
    private static final String COORDINATOR = "koordinator@instansi.test";
    private static final String QUESTION = "A.I.1.i.a";

    private String unit = "";
    private String assessment = "";

    @Test
    void whatWaitsForTheScannerStillWaitsAfterAKill(@TempDir Path data) throws Exception {
        var silent = List.of("zitrack.clamd.address=127.0.0.1:" + RunningClamd.freePort());
        try (var server = KillableServer.start(data, silent)) {
            prepare(server.administrator());
        }
        String id;
        try (var server = KillableServer.start(data, silent, COORDINATOR)) {
            id = upload(server.coordinator(), "menunggu");
        }

        try (var server = KillableServer.start(data, silent, COORDINATOR)) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(versionOf(server.coordinator(), id)
                                    .path("reason")
                                    .asString(""))
                            .isEqualTo("scanner-unreachable"));
            assertThat(server.coordinator()
                            .get("/api/evidence/{id}/versions/1/content", id)
                            .problem())
                    .isEqualTo("file-not-available");
        }
    }

    @Test
    void filesAreJudgedThoughTheServerIsKilledWhileItScansAndLinks(@TempDir Path data) throws Exception {
        assumeTrue(RunningClamd.isInstalled(), "clamd is not installed (Debian: clamav-daemon)");
        int port = RunningClamd.freePort();
        var scanned = List.of("zitrack.clamd.address=127.0.0.1:" + port);
        var ids = new ArrayList<String>();
        try (var clamd = RunningClamd.on(port)) {
            assertThat(clamd).isNotNull();
            try (var server = KillableServer.start(data, scanned)) {
                prepare(server.administrator());
            }
            for (int kill = 0; kill < KILLS; kill++) {
                try (var server = KillableServer.start(data, scanned, COORDINATOR)) {
                    uploadUntilKilled(server, kill, ids);
                }
            }

            try (var server = KillableServer.start(data, scanned, COORDINATOR)) {
                await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                    for (var id : ids) {
                        assertThat(versionOf(server.coordinator(), id)
                                        .path("state")
                                        .asString())
                                .isEqualTo("AVAILABLE");
                    }
                });
                var proofs = server.coordinator()
                        .get("/api/assessments/{id}/evidence", assessment)
                        .expect(200)
                        .json();
                assertThat(proofs.path(0).path("evidence").findValuesAsString("title"))
                        .hasSizeGreaterThanOrEqualTo(ids.size());
                assertThat(server.administrator()
                                .get("/api/file-checks")
                                .json()
                                .path("waiting")
                                .asInt())
                        .isZero();
            }
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(KILLS * 5);
    }

    private void uploadUntilKilled(KillableServer server, int kill, List<String> ids) throws Exception {
        var uploaded = new Semaphore(0);
        var window = Executors.newSingleThreadExecutor();
        var work = window.submit(() -> {
            try {
                for (int number = 1; number < 1000; number++) {
                    ids.add(upload(server.coordinator(), "Notulen " + kill + "-" + number));
                    uploaded.release();
                }
            } catch (UncheckedIOException killed) {
                // The server died in the middle of this call: it was not acknowledged.
            }
        });
        assertThat(uploaded.tryAcquire(5 + kill, 60, TimeUnit.SECONDS)).isTrue();
        server.close();
        work.get(60, TimeUnit.SECONDS);
        window.shutdown();
    }

    private void prepare(TestApi administrator) {
        var period = idOf(administrator.post(
                "/api/periods",
                Map.of("name", "2026", "year", 2026, "instrumentId", TestSheets.LKE, "instrumentVersion", "1")));
        unit = idOf(administrator.post(
                "/api/units", Map.of("name", "Dinas Uji", "shortName", "Dinas Uji", "kind", "dinas", "active", true)));
        var person = new LinkedHashMap<String, Object>();
        person.put("name", "Ibu Koordinator");
        person.put("email", COORDINATOR);
        person.put("username", COORDINATOR);
        person.put("active", true);
        person.put("roles", List.of(Map.of("role", Role.UNIT_COORDINATOR.name(), "unitId", unit, "areas", List.of())));
        var id = idOf(administrator.post("/api/people", person));
        administrator.post("/api/people/{id}/invitation", null, id).expect(200);
        assessment = idOf(administrator.post("/api/assessments", Map.of("unitId", unit, "periodId", period)));
    }

    private String upload(TestApi coordinator, String title) {
        return idOf(coordinator.upload(
                "/api/evidence?unit={unit}&fileName={name}&assessment={assessment}&question=" + QUESTION,
                (title + "\n").repeat(20_000).getBytes(StandardCharsets.UTF_8),
                unit,
                title.replace(" ", "%20") + ".txt",
                assessment));
    }

    private static JsonNode versionOf(TestApi coordinator, String id) {
        return coordinator
                .get("/api/evidence/{id}", id)
                .expect(200)
                .json()
                .path("versions")
                .path(0);
    }

    private static String idOf(TestApi.Answer created) {
        return created.expect(201).json().path("id").asString();
    }
}
