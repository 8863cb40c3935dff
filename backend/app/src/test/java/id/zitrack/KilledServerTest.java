package id.zitrack;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.identity.Role;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole application is killed with SIGKILL while a coordinator answers and uploads: whatever was acknowledged over
 * HTTP is there after the next start, and nothing is there by half.
 */
class KilledServerTest {
    private static final int KILLS = 20;
    private static final String COORDINATOR = "koordinator@instansi.test";
    private static final List<String> QUESTIONS = TestSheets.choices(TestSheets.instrument(TestSheets.LKE));

    /** The last note that was acknowledged, by question, and the last that was sent. */
    private final Map<String, Note> acknowledged = new ConcurrentHashMap<>();

    private final Map<String, Note> sent = new ConcurrentHashMap<>();
    private final Map<String, String> uploaded = new ConcurrentHashMap<>();
    private String assessment = "";
    private String unit = "";

    private record Note(int number, String etag) {}

    private static final Note NONE = new Note(0, "\"0\"");

    @Test
    void everythingAcknowledgedOverHttpSurvivesTwentyKills(@TempDir Path data) throws Exception {
        try (var server = ForkedServer.start(data)) {
            prepare(server.administrator());
        }

        for (int kill = 0; kill < KILLS; kill++) {
            try (var server = ForkedServer.start(data, COORDINATOR)) {
                check(server.coordinator());
                workUntilKilled(server, kill);
            }
        }

        try (var server = ForkedServer.start(data, COORDINATOR)) {
            check(server.coordinator());
        }
        assertThat(acknowledged).hasSizeGreaterThan(10);
        assertThat(uploaded).hasSizeGreaterThanOrEqualTo(KILLS);
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

    private static String idOf(TestApi.Answer created) {
        return created.expect(201).json().path("id").asString();
    }

    /** Two windows answer different questions, a third one uploads; the kill comes in the middle of it. */
    private void workUntilKilled(ForkedServer.Running server, int kill) throws Exception {
        var answers = new Semaphore(0);
        var files = new Semaphore(0);
        var windows = Executors.newFixedThreadPool(3);
        var work = new ArrayList<Future<?>>();
        for (int window = 0; window < 2; window++) {
            int first = window;
            work.add(windows.submit(() -> untilTheLineBreaks(() -> {
                for (int i = first; i < QUESTIONS.size(); i += 2) {
                    answer(server.coordinator(), QUESTIONS.get(i));
                    answers.release();
                }
            })));
        }
        work.add(windows.submit(() -> untilTheLineBreaks(() -> {
            for (int number = 1; number < 1000; number++) {
                upload(server.coordinator(), "Notulen " + kill + "-" + number);
                files.release();
            }
        })));
        assertThat(answers.tryAcquire(5 + kill * 7 % 20, 60, TimeUnit.SECONDS)).isTrue();
        assertThat(files.tryAcquire(1 + kill % 2, 60, TimeUnit.SECONDS)).isTrue();
        server.close();
        windows.shutdown();
        for (var it : work) {
            it.get(60, TimeUnit.SECONDS);
        }
    }

    private void answer(TestApi coordinator, String code) {
        var last = acknowledged.getOrDefault(code, NONE);
        var next = sent.getOrDefault(code, last).number() + 1;
        sent.put(code, new Note(next, ""));
        var body = new LinkedHashMap<String, Object>();
        body.put("value", null);
        body.put("note", "catatan " + next);
        var answer = coordinator
                .put("/api/assessments/{id}/answers/{code}", last.etag(), body, assessment, code)
                .expect(200);
        acknowledged.put(code, new Note(next, answer.etag()));
    }

    private void upload(TestApi coordinator, String title) {
        var text = (title + "\n").repeat(2_000);
        var id = coordinator
                .upload(
                        "/api/evidence?unit={unit}&fileName={name}",
                        text.getBytes(StandardCharsets.UTF_8),
                        unit,
                        title.replace(" ", "%20") + ".txt")
                .expect(201)
                .json()
                .path("id")
                .asString();
        uploaded.put(id, text);
    }

    private void check(TestApi coordinator) {
        var answers = coordinator
                .get("/api/assessments/{id}", assessment)
                .expect(200)
                .json()
                .path("answers");
        sent.forEach((code, most) -> {
            int number = 0;
            long revision = 0;
            for (var it : answers) {
                if (it.path("code").asString().equals(code)) {
                    number = Integer.parseInt(it.path("note").asString().replace("catatan ", ""));
                    revision = it.path("revision").asLong();
                }
            }
            int least = acknowledged.getOrDefault(code, NONE).number();
            assertThat(number).as(code).isBetween(least, most.number());
            acknowledged.put(code, new Note(number, "\"" + revision + "\""));
        });
        uploaded.forEach((id, text) -> {
            var content = coordinator.get("/api/evidence/{id}/versions/1/content", id);
            assertThat(content.expect(200).text()).as(id).isEqualTo(text);
        });
    }

    private static void untilTheLineBreaks(Runnable work) {
        try {
            work.run();
        } catch (UncheckedIOException killed) {
            // The server died in the middle of this call: it was not acknowledged.
        }
    }
}
