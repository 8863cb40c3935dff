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
import java.util.Objects;
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
    private UUID author;
    private Standing blank;
    private final Map<Role, TestApi> callers = new EnumMap<>(Role.class);

    @BeforeEach
    void oneOfEachRoleOnAUnit() {
        unit = people.unit();
        for (var role : Role.values()) {
            var holding = role == Role.INSTITUTION_ADMIN ? everywhere(role) : on(unit, role);
            callers.put(role, people.person(holding));
        }
        author = people.administrator().personId();
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
            for (var role : Role.values()) {
                var caller = caller(role);
                var offered = offered(caller, kept);
                for (var step : CALLED) {
                    boolean allowed = isAllowed(step, role, stage);
                    boolean wanted = allowed && step != Step.HAND_TO_CONTROLLER;
                    if (offered.contains(step.name()) != wanted) {
                        wrong.add("%s by %s at %s is offered: %s".formatted(step, role, stage, !wanted));
                    }
                    var id = allowed ? at(stage, unit) : kept;
                    var answer = take(caller, id, step, stage);
                    var now = assessments.findById(id).orElseThrow().stage();
                    if (!answered(answer).equals(expected(step, role, stage)) || now != after(answer, step, stage)) {
                        wrong.add("%s by %s at %s: %s instead of %s, now %s"
                                .formatted(step, role, stage, answered(answer), expected(step, role, stage), now));
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void onAnotherUnitThereIsNothingEvenWhereTheStageWouldAllowIt() {
        var elsewhere = people.unit();
        var wrong = new ArrayList<String>();
        for (var stage : Stage.values()) {
            var id = at(stage, elsewhere);
            for (var step : CALLED) {
                for (var role : Role.values()) {
                    if (isAllowed(step, role, stage)
                            && role != Role.INSTITUTION_ADMIN
                            && take(caller(role), id, step, stage).status() != 404) {
                        wrong.add("%s by %s at %s".formatted(step, role, stage));
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static boolean isAllowed(Step step, Role role, Stage stage) {
        return step.from().contains(stage) && step.action().isFor(Set.of(role), stage);
    }

    /** The sheets of this test are blank and their periods have no level of the controller. */
    private static String expected(Step step, Role role, Stage stage) {
        if (!step.action().isFor(Set.of(role))) {
            return "403 not-allowed";
        }
        if (!isAllowed(step, role, stage)) {
            return "409 not-in-this-stage";
        }
        return step == Step.HAND_TO_CONTROLLER ? "409 step-not-ready" : "200 ";
    }

    private static String answered(TestApi.Answer answer) {
        return answer.status() + " " + answer.problem();
    }

    private static Stage after(TestApi.Answer answer, Step step, Stage before) {
        return answer.status() == 200 ? step.to() : before;
    }

    private TestApi caller(Role role) {
        return Objects.requireNonNull(callers.get(role));
    }

    private UUID at(Stage stage, UUID unitId) {
        var assessment = StepPaths.at(stage, institution, unitId, blank, author, Instant.parse("2026-03-02T02:00:00Z"));
        return assessments.insert(assessment).id();
    }

    private static List<String> offered(TestApi caller, UUID id) {
        return caller.get("/api/assessments/{id}/steps", id).expect(200).json().path("steps").values().stream()
                .map(it -> it.path("step").asString())
                .toList();
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
