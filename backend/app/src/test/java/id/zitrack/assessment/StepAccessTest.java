package id.zitrack.assessment;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.TestSheets;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.identity.Stage;
import id.zitrack.scoring.Scoring;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every step × role × stage, on one's own and on another unit: allowed and refused as the tables say. */
@ZiTrackTest
class StepAccessTest {
    private static final List<Step> CALLED =
            Arrays.stream(Step.values()).filter(it -> it.path() != null).toList();

    @Autowired
    private TestPeople people;

    @Autowired
    private Assessments assessments;

    private UUID unit;
    private UUID institution;
    private Standing blank;
    private final Map<Role, TestApi> callers = new EnumMap<>(Role.class);

    @BeforeEach
    void oneOfEachRoleOnAUnit() {
        unit = people.unit();
        for (var role : Role.values()) {
            var holding = role == Role.INSTITUTION_ADMIN ? everywhere(role) : on(unit, role);
            callers.put(role, people.person(holding));
        }
        institution = UUID.fromString(people.administrator()
                .get("/api/me")
                .json()
                .path("institution")
                .path("id")
                .asString());
        var instrument = TestSheets.instrument(TestSheets.LKE);
        blank = Standing.of(instrument, Scoring.score(instrument, Map.of()));
    }

    @Test
    void everyCellOfTheTableHolds() {
        var wrong = new ArrayList<String>();
        for (var stage : Stage.values()) {
            var kept = at(stage, unit);
            for (var step : CALLED) {
                for (var role : Role.values()) {
                    boolean allowed =
                            step.from().contains(stage) && step.action().isFor(Set.of(role), stage);
                    var id = allowed ? at(stage, unit) : kept;
                    var caller = callers.get(role);
                    int offered = offers(caller, id, step) ? 1 : 0;
                    var answer = take(caller, id, step, stage);
                    int expected = allowed ? 200 : step.action().isFor(Set.of(role)) ? 409 : 403;
                    if (step == Step.HAND_TO_CONTROLLER && allowed) {
                        // The period of this sheet has no level of the controller.
                        expected = 409;
                        if (!answer.problem().equals("step-not-ready")) {
                            wrong.add("%s by %s at %s: %s".formatted(step, role, stage, answer.text()));
                        }
                    }
                    if (answer.status() != expected || offered != (allowed ? 1 : 0)) {
                        wrong.add("%s by %s at %s: %d instead of %d, offered %d %s"
                                .formatted(step, role, stage, answer.status(), expected, offered, answer.problem()));
                    }
                    var now = assessments.findById(id).orElseThrow().stage();
                    if (now != (answer.status() == 200 ? step.to() : stage)) {
                        wrong.add("%s by %s at %s leads to %s".formatted(step, role, stage, now));
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void onAnotherUnitThereIsNothingForAnybody() {
        var elsewhere = people.unit();
        var wrong = new ArrayList<String>();
        for (var stage : Stage.values()) {
            var id = at(stage, elsewhere);
            for (var step : CALLED) {
                for (var role : Role.values()) {
                    if (role != Role.INSTITUTION_ADMIN
                            && take(callers.get(role), id, step, stage).status() != 404) {
                        wrong.add("%s by %s at %s".formatted(step, role, stage));
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private UUID at(Stage stage, UUID unitId) {
        var assessment = StepPaths.at(
                stage,
                institution,
                unitId,
                blank,
                people.administrator().personId(),
                Instant.parse("2026-03-02T02:00:00Z"));
        return assessments.insert(assessment).id();
    }

    private static boolean offers(TestApi caller, UUID id, Step step) {
        return caller.get("/api/assessments/{id}/steps", id).expect(200).json().path("steps").values().stream()
                .anyMatch(it -> it.path("step").asString().equals(step.name()));
    }

    private static TestApi.Answer take(TestApi caller, UUID id, Step step, Stage stage) {
        var path = "/api/assessments/{id}/" + step.path();
        return step.isPlain()
                ? caller.postSeen(path, "\"" + (StepPaths.to(stage).size() + 1) + "\"", said(step), id)
                : caller.post(path, Map.of("acceptGaps", true, "message", "Lengkapi", "reason", "Perlu"), id);
    }

    /** All that a step needs, and a reason where it may be given. */
    static Map<String, Object> said(Step step) {
        var body = new HashMap<String, Object>();
        if (step.needed().contains(StepField.REASON) || step.optional().contains(StepField.REASON)) {
            body.put("reason", "Menurut surat");
        }
        if (step.needed().contains(StepField.LETTER)) {
            body.put("letterNumber", "B/21/2026");
            body.put("letterDate", "2026-06-01");
        }
        if (step.needed().contains(StepField.AWARD)) {
            body.put("award", "wbk");
        }
        if (step.needed().contains(StepField.YEAR)) {
            body.put("year", 2027);
        }
        if (step.needed().contains(StepField.RESULT)) {
            body.put("result", "Dipertahankan");
        }
        return body;
    }
}
