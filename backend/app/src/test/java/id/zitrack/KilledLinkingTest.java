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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The whole application is killed with SIGKILL while an activity that proves many questions gets and loses documents:
 * every acknowledged link is there after the next start, the lists that tell of links agree, and what was interrupted
 * shows as waiting until the same step is done again.
 */
class KilledLinkingTest {
    private static final int KILLS = 8;
    private static final String COORDINATOR = "koordinator@instansi.test";
    private static final Set<String> QUESTIONS = new TreeSet<>(
            TestSheets.choices(TestSheets.instrument(TestSheets.LKE)).subList(0, 12));

    /** What was acknowledged of each document: whether it lies in the activity; nothing while that is unknown. */
    private final Map<String, Boolean> acknowledged = new ConcurrentHashMap<>();

    private final Set<String> interrupted = ConcurrentHashMap.newKeySet();
    private final Map<String, String> direct = new ConcurrentHashMap<>();
    private String unit = "";
    private String assessment = "";
    private String activity = "";

    @Test
    void linksAreWholeAfterEachKill(@TempDir Path data) throws Exception {
        try (var server = KillableServer.start(data, List.of())) {
            prepare(server.administrator());
        }
        for (int kill = 0; kill < KILLS; kill++) {
            try (var server = KillableServer.start(data, List.of(), COORDINATOR)) {
                if (kill == 0) {
                    anActivityThatProvesManyQuestions(server.coordinator());
                }
                check(server.coordinator());
                workUntilKilled(server, kill);
            }
        }

        try (var server = KillableServer.start(data, List.of(), COORDINATOR)) {
            var coordinator = server.coordinator();
            check(coordinator);
            interrupted.forEach(it -> put(coordinator, it));
            assertThat(waiting(coordinator).values())
                    .as("the same step again finishes what was interrupted")
                    .containsOnly(0);
        }
        assertThat(acknowledged.values()).contains(true, false);
        assertThat(direct).isNotEmpty();
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

    private void anActivityThatProvesManyQuestions(TestApi coordinator) {
        activity = idOf(
                coordinator.post("/api/activities?unit={unit}", Map.of("title", "Rapat", "date", "2026-03-10"), unit));
        QUESTIONS.forEach(it -> coordinator
                .put("/api/activities/{id}/questions/{a}/{code}", null, null, activity, assessment, it)
                .expect(200));
    }

    /** One window fills and empties slots, another links documents one by one; the kill comes in the middle of it. */
    private void workUntilKilled(KillableServer server, int kill) throws Exception {
        var coordinator = server.coordinator();
        var steps = new Semaphore(0);
        var windows = Executors.newFixedThreadPool(2);
        var work = new ArrayList<Future<?>>();
        work.add(windows.submit(() -> untilTheLineBreaks(() -> {
            for (int number = 0; number < 1000; number++) {
                var evidence = upload(coordinator, "Notulen " + kill + "-" + number);
                interrupted.add(evidence);
                put(coordinator, evidence);
                steps.release();
                if (number % 2 == 1) {
                    interrupted.add(evidence);
                    acknowledged.remove(evidence);
                    take(coordinator, evidence);
                    steps.release();
                }
            }
        })));
        work.add(windows.submit(() -> untilTheLineBreaks(() -> {
            for (var code : List.copyOf(QUESTIONS)) {
                var evidence = upload(coordinator, "Langsung " + kill + "-" + code);
                coordinator
                        .put("/api/evidence/{id}/links/{a}/{code}", null, null, evidence, assessment, code)
                        .expect(200);
                direct.put(evidence, code);
            }
        })));
        assertThat(steps.tryAcquire(2 + kill % 4, 60, TimeUnit.SECONDS)).isTrue();
        // The next step has begun by now; how far it gets before the kill differs from kill to kill.
        server.close();
        windows.shutdown();
        for (var it : work) {
            it.get(60, TimeUnit.SECONDS);
        }
    }

    private void put(TestApi coordinator, String evidence) {
        coordinator
                .put("/api/activities/{id}/slots/MINUTES/{evidence}", null, null, activity, evidence)
                .expect(200);
        acknowledged.put(evidence, true);
        interrupted.remove(evidence);
    }

    private void take(TestApi coordinator, String evidence) {
        coordinator
                .delete("/api/activities/{id}/slots/MINUTES/{evidence}", activity, evidence)
                .expect(200);
        acknowledged.put(evidence, false);
        interrupted.remove(evidence);
    }

    private void check(TestApi coordinator) {
        var byQuestion = new TreeMap<String, Set<String>>();
        var byEvidence = new TreeMap<String, Set<String>>();
        for (var question : coordinator
                .get("/api/assessments/{id}/evidence", assessment)
                .expect(200)
                .json()) {
            for (var evidence : question.path("evidence")) {
                var code = question.path("code").asString();
                byQuestion.computeIfAbsent(code, it -> new TreeSet<>()).add(text(evidence, "id"));
                byEvidence
                        .computeIfAbsent(text(evidence, "id"), it -> new TreeSet<>())
                        .add(code);
            }
        }
        acknowledged.forEach((evidence, isIn) -> assertThat(byEvidence.getOrDefault(evidence, Set.of()))
                .as(evidence)
                .isEqualTo(isIn ? QUESTIONS : Set.of()));
        direct.forEach((evidence, code) ->
                assertThat(byQuestion.getOrDefault(code, Set.of())).contains(evidence));
        byEvidence.forEach((evidence, codes) -> {
            var uses = new TreeSet<String>();
            for (var use : coordinator
                    .get("/api/evidence/{id}/uses", evidence)
                    .expect(200)
                    .json()
                    .path("questions")) {
                assertThat(use.path("direct").asBoolean()
                                || !use.path("activities").isEmpty())
                        .as("nothing is linked through an activity in which it does not lie")
                        .isTrue();
                uses.add(text(use, "code"));
            }
            assertThat(uses).as("used in").isEqualTo(codes);
        });
        var inSlots = inSlots(coordinator);
        waiting(coordinator)
                .forEach((code, waiting) -> assertThat(waiting)
                        .as("files that wait to prove " + code)
                        .isEqualTo((int) inSlots.stream()
                                .filter(it ->
                                        !byEvidence.getOrDefault(it, Set.of()).contains(code))
                                .count()));
    }

    private Set<String> inSlots(TestApi coordinator) {
        var found = new TreeSet<String>();
        for (var slot : shown(coordinator).path("slots")) {
            slot.path("evidence").forEach(it -> found.add(text(it, "id")));
        }
        return found;
    }

    private Map<String, Integer> waiting(TestApi coordinator) {
        var waiting = new TreeMap<String, Integer>();
        shown(coordinator)
                .path("questions")
                .forEach(it -> waiting.put(text(it, "code"), it.path("waiting").asInt()));
        assertThat(waiting.keySet()).isEqualTo(QUESTIONS);
        return waiting;
    }

    private JsonNode shown(TestApi coordinator) {
        return coordinator.get("/api/activities/{id}", activity).expect(200).json();
    }

    private String upload(TestApi coordinator, String title) {
        return text(
                coordinator
                        .upload(
                                "/api/evidence?unit={unit}&fileName={name}",
                                (title + "\n").getBytes(StandardCharsets.UTF_8),
                                unit,
                                title.replace(" ", "%20") + ".txt")
                        .expect(201)
                        .json(),
                "id");
    }

    private static String idOf(TestApi.Answer created) {
        return text(created.expect(201).json(), "id");
    }

    private static String text(JsonNode thing, String field) {
        return thing.path(field).asString();
    }

    private static void untilTheLineBreaks(Runnable work) {
        try {
            work.run();
        } catch (UncheckedIOException killed) {
            // The server died in the middle of this call: it was not acknowledged.
        }
    }
}
