package id.zitrack;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.identity.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed with SIGKILL right after it acknowledged a step: the step and its history are there. */
class KilledStepTest {
    private static final String COORDINATOR = "koordinator@instansi.test";
    private static final String LEAD = "ketua@instansi.test";

    private final List<String> acknowledged = new ArrayList<>(List.of("DRAFT"));
    private String assessment = "";

    @Test
    void everyAcknowledgedStepSurvivesAKill(@TempDir Path data) throws Exception {
        try (var server = KillableServer.start(data, List.of())) {
            prepare(server.administrator());
        }

        step(
                data,
                COORDINATOR,
                "SUBMITTED",
                it -> it.post(path("submission"), Map.of("acceptGaps", true)).expect(200));
        step(
                data,
                LEAD,
                "ACCEPTED",
                it -> it.post(path("review/acceptance"), Map.of()).expect(200));
        step(
                data,
                LEAD,
                "CLOSED",
                it -> it.post(path("review/closing"), Map.of()).expect(200));
        step(
                data,
                ForkedServer.ADMINISTRATOR,
                "NOMINATED",
                it -> it.postSeen(
                                path("steps/NOMINATE"),
                                it.get(path("steps")).etag(),
                                Map.of(
                                        "award", "wbk",
                                        "letterNumber", "B/21/2026",
                                        "letterDate", "2026-06-01",
                                        "reason", "Surat bupati"))
                        .expect(200));

        try (var server = KillableServer.start(data, List.of(), COORDINATOR)) {
            check(server.coordinator());
        }
    }

    /** Takes a step as one person and kills the server as soon as it is acknowledged. */
    private void step(Path data, String person, String to, Consumer<TestApi> step) throws IOException {
        try (var server = KillableServer.start(data, List.of(), person)) {
            check(server.coordinator());
            step.accept(server.coordinator());
        }
        acknowledged.add(to);
    }

    private void check(TestApi caller) {
        var steps = caller.get(path("steps")).expect(200).json();
        assertThat(steps.path("stage").asString()).isEqualTo(acknowledged.get(acknowledged.size() - 1));
        assertThat(steps.path("history").values().stream()
                        .map(it -> it.path("to").asString())
                        .toList())
                .isEqualTo(acknowledged);
    }

    private void prepare(TestApi administrator) {
        var period = idOf(administrator.post(
                "/api/periods",
                Map.of("name", "2026", "year", 2026, "instrumentId", TestSheets.LKE, "instrumentVersion", "1")));
        var unit = idOf(administrator.post(
                "/api/units", Map.of("name", "Dinas Uji", "shortName", "Dinas Uji", "kind", "dinas", "active", true)));
        person(administrator, COORDINATOR, Role.UNIT_COORDINATOR, unit);
        person(administrator, LEAD, Role.TPI_LEAD, unit);
        assessment = idOf(administrator.post("/api/assessments", Map.of("unitId", unit, "periodId", period)));
    }

    private static void person(TestApi administrator, String username, Role role, String unit) {
        var person = new LinkedHashMap<String, Object>();
        person.put("name", username);
        person.put("email", username);
        person.put("username", username);
        person.put("active", true);
        person.put("roles", List.of(Map.of("role", role.name(), "unitId", unit, "areas", List.of())));
        var id = idOf(administrator.post("/api/people", person));
        administrator.post("/api/people/{id}/invitation", null, id).expect(200);
    }

    private String path(String below) {
        return "/api/assessments/" + assessment + "/" + below;
    }

    private static String idOf(TestApi.Answer created) {
        return created.expect(201).json().path("id").asString();
    }
}
