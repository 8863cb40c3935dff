package id.zitrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.zitrack.HaltingStore.Step;
import id.zitrack.identity.Role;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The server dies at every step between a change and its entry in the trail: after the next start both are there, once,
 * or neither is.
 */
class KilledTrailTest {
    private static final String COORDINATOR = "koordinator@instansi.test";
    private static final List<String> QUESTIONS = TestSheets.choices(TestSheets.instrument(TestSheets.LKE));

    @TempDir
    static Path data;

    private static String assessment = "";

    @BeforeAll
    static void anAssessment() throws Exception {
        try (var server = KillableServer.start(data, List.of())) {
            var administrator = server.administrator();
            var period = idOf(administrator.post(
                    "/api/periods",
                    Map.of("name", "2026", "year", 2026, "instrumentId", TestSheets.LKE, "instrumentVersion", "1")));
            var unit = idOf(administrator.post(
                    "/api/units",
                    Map.of("name", "Dinas Uji", "shortName", "Dinas Uji", "kind", "dinas", "active", true)));
            var person = new LinkedHashMap<String, Object>();
            person.put("name", "Ibu Koordinator");
            person.put("email", COORDINATOR);
            person.put("username", COORDINATOR);
            person.put("active", true);
            person.put(
                    "roles", List.of(Map.of("role", Role.UNIT_COORDINATOR.name(), "unitId", unit, "areas", List.of())));
            var id = idOf(administrator.post("/api/people", person));
            administrator.post("/api/people/{id}/invitation", null, id).expect(200);
            assessment = idOf(administrator.post("/api/assessments", Map.of("unitId", unit, "periodId", period)));
        }
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void neitherIsWithoutTheOther(Step step) throws Exception {
        var code = QUESTIONS.get(step.ordinal());
        var note = HaltingStore.WORD + " " + step;
        try (var server = KillableServer.start(data, List.of(HaltingStore.SETTING + "=" + step), COORDINATOR)) {
            untilItDies(() -> note(server.coordinator(), code, "\"0\"", note));
            assertThat(server.process().waitFor()).as("it died at that step").isEqualTo(137);
        }

        try (var server = KillableServer.start(data, List.of(), COORDINATOR)) {
            boolean changed = server.coordinator()
                    .get("/api/assessments/{id}", assessment)
                    .expect(200)
                    .text()
                    .contains(note);
            assertThat(changed).isEqualTo(step != Step.BEFORE_THE_CHANGE);
            // An entry that is written later tells that what was left has had its turn.
            note(server.coordinator(), code, changed ? "\"1\"" : "\"0\"", "sesudahnya");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> entries(server.administrator(), code, "sesudahnya") == 1
                            && entries(server.administrator(), code, note) >= (changed ? 1 : 0));
            assertThat(entries(server.administrator(), code, note)).isEqualTo(changed ? 1 : 0);
            var verification = server.administrator()
                    .post("/api/trail/verification", Map.of())
                    .expect(200)
                    .json();
            assertThat(verification.path("firstBreak").isNull()).isTrue();
        }
        assertThat(verifyOffline()).as("./zi trail verify").isZero();
    }

    private int verifyOffline() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "id.zitrack.embedded.TrailCheck",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static void untilItDies(Runnable call) {
        try {
            call.run();
        } catch (UncheckedIOException died) {
            // Before the answer came back.
            return;
        }
    }

    private static void note(TestApi coordinator, String code, String etag, String note) {
        var body = new LinkedHashMap<String, Object>();
        body.put("value", null);
        body.put("note", note);
        coordinator
                .put("/api/assessments/{id}/answers/{code}", etag, body, assessment, code)
                .expect(200);
    }

    /** How many entries say that the note on a question became this. */
    private static long entries(TestApi administrator, String code, String note) {
        var items = administrator
                .get("/api/trail?subject={subject}&limit=200", assessment)
                .expect(200)
                .json()
                .path("items");
        return items.values().stream()
                .flatMap(it -> it.path("changes").values().stream())
                .filter(it -> it.path("field").asString().equals("note:" + code)
                        && it.path("after").asString("").equals(note))
                .count();
    }

    private static String idOf(TestApi.Answer created) {
        return created.expect(201).json().path("id").asString();
    }
}
