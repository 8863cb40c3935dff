package id.zitrack.readiness;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.TestSheets;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Precondition;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
class ReadinessApiTest {
    private static final Instrument LKE = TestSheets.instrument(TestSheets.LKE);

    @Autowired
    private TestPeople people;

    private UUID parent;
    private UUID unit;
    private UUID period;
    private TestApi leadership;

    @BeforeEach
    void aUnitBelowAnother() {
        parent = people.unit();
        unit = people.unitBelow(parent);
        period = people.period(TestSheets.LKE);
        leadership = people.person(on(parent, Role.LEADERSHIP));
    }

    @Test
    void unitsThatHaveNotBegunAreListedToo() {
        var readiness =
                leadership.get("/api/readiness?period={p}", period).expect(200).json();

        assertThat(units(readiness)).containsExactlyInAnyOrder(parent.toString(), unit.toString());
        assertThat(row(readiness, unit).path("assessmentId").isNull()).isTrue();
        assertThat(row(readiness, unit).path("wbk").isNull()).isTrue();
        assertThat(readiness.path("headline").path("units").asInt()).isEqualTo(2);
        assertThat(readiness.path("headline").path("readyWbk").asInt()).isZero();
    }

    @Test
    void aUnitIsReadyWhenEveryGateAndPreconditionIsMet() {
        fill(unit, period, TestSheets.best(LKE));
        recordAllPreconditions();

        var readiness =
                leadership.get("/api/readiness?period={p}", period).expect(200).json();

        var row = row(readiness, unit);
        assertThat(row.path("wbk").path("ready").asBoolean()).isTrue();
        assertThat(row.path("wbbm").path("ready").asBoolean()).isTrue();
        assertThat(row.path("wbk").path("missing")).isEmpty();
        assertThat(row.path("basis").asString()).isEqualTo("UNIT");
        assertThat(row.path("areas").values().stream()
                        .filter(it -> !it.path("wbk").isNull())
                        .toList())
                .isNotEmpty()
                .allMatch(it -> it.path("tone").asString().equals("ok"));
        assertThat(readiness.path("headline").path("readyWbbm").asInt()).isEqualTo(1);
    }

    @Test
    void aPreconditionThatIsNotRecordedIsNeverAPass() {
        fill(unit, period, TestSheets.best(LKE));

        var readiness =
                leadership.get("/api/readiness?period={p}", period).expect(200).json();

        var wbk = row(readiness, unit).path("wbk");
        assertThat(wbk.path("ready").isNull()).isTrue();
        assertThat(wbk.path("missing")).isEmpty();
        assertThat(wbk.path("preconditions"))
                .hasSize(LKE.preconditions(Award.WBK).size())
                .allMatch(it -> !it.path("recorded").asBoolean()
                        && it.path("text").asString().endsWith(": belum dicatat"));
        assertThat(readiness.path("headline").path("readyWbk").asInt()).isZero();
        assertThat(readiness.path("headline").path("oneShortWbk").asInt()).isZero();
        assertThat(readiness.path("blockers").path(0).path("precondition").asBoolean())
                .isTrue();
    }

    @Test
    void oneUnmetPreconditionIsOneShortAndSaysWhy() {
        fill(unit, period, TestSheets.best(LKE));
        recordAllPreconditions();
        var unmet = LKE.preconditions(Award.WBK).stream()
                .filter(it -> it.scope() == Precondition.Scope.UNIT)
                .findFirst()
                .orElseThrow()
                .id();
        people.administrator()
                .put(
                        "/api/periods/{p}/preconditions/units/{u}/{id}",
                        "\"1\"",
                        Map.of("value", "Tidak"),
                        period,
                        unit,
                        unmet)
                .expect(200);

        var readiness =
                leadership.get("/api/readiness?period={p}", period).expect(200).json();

        var wbk = row(readiness, unit).path("wbk");
        assertThat(wbk.path("ready").asBoolean(true)).isFalse();
        assertThat(wbk.path("preconditions").path(0).path("text").asString()).endsWith(": Tidak; syaratnya Ya");
        assertThat(readiness.path("headline").path("readyWbk").asInt()).isZero();
        assertThat(readiness.path("headline").path("oneShortWbk").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsMissingIsNamedAndCounted() {
        var measured = LKE.gates(Award.WBK).stream()
                .flatMap(it -> it.nodes().stream())
                .filter(it -> LKE.questions().stream().anyMatch(q -> q.code().equals(it)))
                .findFirst()
                .orElseThrow();
        var answers = new LinkedHashMap<>(TestSheets.best(LKE));
        answers.remove(measured);
        fill(unit, period, answers);

        var readiness =
                leadership.get("/api/readiness?period={p}", period).expect(200).json();

        var wbk = row(readiness, unit).path("wbk");
        assertThat(wbk.path("ready").asBoolean(true)).isFalse();
        assertThat(wbk.path("missing")).isNotEmpty();
        assertThat(wbk.path("missing").path(0).path("text").asString()).contains("kurang");
        assertThat(readiness.path("blockers").values())
                .anyMatch(it ->
                        !it.path("precondition").asBoolean() && it.path("units").asInt() == 1);
    }

    @Test
    void theAssessorsCountOnceTheyHaveJudgedEverything() {
        var id = fill(unit, period, TestSheets.best(LKE));
        var code = TestSheets.choices(LKE).get(0);
        var lead = people.person(on(unit, Role.TPI_LEAD));
        people.person(on(unit, Role.UNIT_COORDINATOR))
                .post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), id)
                .expect(200);
        lead.put(
                        "/api/assessments/{id}/review/verdicts/{code}",
                        "\"0\"",
                        Map.of("value", TestSheets.worst(LKE.question(code))),
                        id,
                        code)
                .expect(200);
        assertThat(row(leadership.get("/api/readiness?period={p}", period).json(), unit)
                        .path("tpi")
                        .isNull())
                .isTrue();

        lead.post("/api/assessments/{id}/review/agreement", Map.of(), id).expect(200);

        var row = row(leadership.get("/api/readiness?period={p}", period).json(), unit);
        assertThat(row.path("basis").asString()).isEqualTo("TPI");
        assertThat(row.path("scores").path("strict").asString()).isEqualTo("100.000000");
        assertThat(row.path("tpi").path("strict").asString()).startsWith("99.");
    }

    @Test
    void gatesWithoutThresholdCannotBeJudgedAndAreNeverPassed() {
        var checklist = people.period(TestSheets.CHECKLIST);
        fill(unit, checklist, TestSheets.best(TestSheets.instrument(TestSheets.CHECKLIST)));

        var readiness = leadership
                .get("/api/readiness?period={p}", checklist)
                .expect(200)
                .json();

        var wbk = row(readiness, unit).path("wbk");
        assertThat(wbk.path("ready").isNull()).isTrue();
        assertThat(wbk.path("unset").asInt()).isPositive();
        assertThat(readiness.path("headline").path("readyWbk").asInt()).isZero();
    }

    @Test
    void thresholdsSetLaterAreJudgedAtOnce() {
        var checklist = TestSheets.instrument(TestSheets.CHECKLIST);
        var later = people.period(TestSheets.CHECKLIST);
        fill(unit, later, TestSheets.best(checklist));
        var admin = people.administrator();
        var path = "/api/instruments/" + checklist.key().id() + "/"
                + checklist.key().version() + "/thresholds";
        var before = admin.get(path).expect(200);
        var gate = checklist.gates(Award.WBK).stream()
                .filter(it -> it.required() == null && it.unit().equals("points"))
                .findFirst()
                .orElseThrow();

        admin.put(path, before.etag(), Map.of("wbk", Map.of(gate.id(), "75"), "wbbm", Map.of()))
                .expect(200);

        var wbk = row(leadership.get("/api/readiness?period={p}", later).json(), unit)
                .path("wbk");
        assertThat(wbk.path("unset").asInt())
                .isEqualTo((int) checklist.gates(Award.WBK).stream()
                                .filter(it -> it.required() == null)
                                .count()
                        - 1);
        admin.put(path, admin.get(path).etag(), Map.of("wbk", Map.of(), "wbbm", Map.of()))
                .expect(200);
    }

    @Test
    void aUnitsPageShowsEveryGateAndTheAreasAgainstTheirMinimums() {
        fill(unit, period, TestSheets.best(LKE));

        var page = leadership
                .get("/api/readiness/units/{u}?period={p}", unit, period)
                .expect(200)
                .json();

        assertThat(page.path("gates").path("wbk")).hasSize(LKE.gates(Award.WBK).size());
        assertThat(page.path("gates").path("wbbm"))
                .hasSize(LKE.gates(Award.WBBM).size());
        assertThat(page.path("preconditions").path("wbbm"))
                .hasSize(LKE.preconditions(Award.WBBM).size());
        assertThat(page.path("row").path("areas").path(0).path("wbk").isString())
                .isTrue();
        assertThat(leadership
                        .get("/api/readiness/units/{u}?period={p}", parent, period)
                        .expect(200)
                        .json()
                        .path("gates")
                        .isNull())
                .isTrue();
    }

    @Test
    void leadershipOfAUnitSeesWhatIsBelowItOnly() {
        var elsewhere = people.unit();
        var coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        var everything = people.person(everywhere(Role.LEADERSHIP));

        assertThat(leadership.get("/api/readiness/units/{u}", elsewhere).status())
                .isEqualTo(404);
        assertThat(coordinator.get("/api/readiness?period={p}", period).status())
                .isEqualTo(403);
        assertThat(coordinator
                        .get("/api/readiness/units/{u}?period={p}", unit, period)
                        .status())
                .isEqualTo(403);
        assertThat(people.nobody().get("/api/readiness").status()).isEqualTo(401);
        var whole =
                everything.get("/api/readiness?period={p}", period).expect(200).json();
        assertThat(units(whole)).contains(elsewhere.toString(), unit.toString());
        assertThat(whole.path("evidence").path("available").isNumber()).isTrue();
        assertThat(leadership
                        .get("/api/readiness?period={p}", period)
                        .json()
                        .path("evidence")
                        .isNull())
                .isTrue();
    }

    @Test
    void whoeverShouldHaveSubmittedIsLate() {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", "Periode lewat " + UUID.randomUUID());
        body.put("year", 2025);
        body.put("instrumentId", TestSheets.LKE);
        body.put("instrumentVersion", "1");
        body.put("unitDeadline", "2025-03-31");
        var past = people.administrator()
                .post("/api/periods", body)
                .expect(201)
                .json()
                .path("id")
                .asString();

        var readiness =
                leadership.get("/api/readiness?period={p}", past).expect(200).json();

        assertThat(row(readiness, unit).path("lateDays").asInt()).isPositive();
        assertThat(readiness.path("headline").path("late").asInt()).isEqualTo(2);

        // The list of who is late names them with their days; a unit with more time is not on it.
        var late = leadership
                .get("/api/readiness/late?period={p}", past)
                .expect(200)
                .json()
                .path("late");
        assertThat(late).hasSize(2);
        assertThat(late.path(0).path("due").asString()).isEqualTo("2025-03-31");
        assertThat(late.path(0).path("turn").asString()).isEqualTo("UNIT");
        assertThat(late.path(0).path("days").asInt())
                .isEqualTo(row(readiness, unit).path("lateDays").asInt());
        people.administrator()
                .postSeen(
                        "/api/periods/{id}/extensions",
                        "\"0\"",
                        Map.of("unitId", unit, "until", "2099-01-31", "reason", "Kantor kebanjiran"),
                        past)
                .expect(200);
        assertThat(leadership.get("/api/readiness/late?period={p}", past).json().path("late"))
                .hasSize(1);
    }

    @Test
    void assessorsAreLateWhenTheReviewIs() {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", "Periode putaran " + UUID.randomUUID());
        body.put("year", 2025);
        body.put("instrumentId", TestSheets.LKE);
        body.put("instrumentVersion", "1");
        body.put("reviewDeadline", "2025-05-31");
        var past = people.administrator()
                .post("/api/periods", body)
                .expect(201)
                .json()
                .path("id")
                .asString();
        var coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        var id = coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", past))
                .expect(201)
                .json()
                .path("id")
                .asString();
        coordinator
                .post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), id)
                .expect(200);

        var late = leadership
                .get("/api/readiness/late?period={p}", past)
                .expect(200)
                .json()
                .path("late");

        assertThat(late).hasSize(1);
        assertThat(late.path(0).path("turn").asString()).isEqualTo("TPI");
        assertThat(late.path(0).path("stage").asString()).isEqualTo("SUBMITTED");
        var queued = people.person(on(unit, Role.TPI_MEMBER))
                .get("/api/reviews")
                .json()
                .path("items")
                .path(0);
        assertThat(queued.path("late").asInt())
                .isEqualTo(late.path(0).path("days").asInt());
    }

    private void recordAllPreconditions() {
        var admin = people.administrator();
        var asked =
                admin.get("/api/periods/{p}/preconditions", period).expect(200).json();
        var recorded = new HashSet<String>();
        for (var award : List.of("wbbm", "wbk")) {
            for (var it : asked.path(award)) {
                var id = it.path("id").asString();
                var accepted = it.path("accepted");
                var about = it.path("scope").asString().equals("unit") ? "units/" + unit : "institution";
                if (recorded.add(id)) {
                    admin.put(
                                    "/api/periods/{p}/preconditions/" + about + "/{id}",
                                    "\"0\"",
                                    Map.of(
                                            "value",
                                            accepted.isEmpty()
                                                    ? "Ya"
                                                    : accepted.path(0).asString()),
                                    period,
                                    id)
                            .expect(200);
                }
            }
        }
    }

    private UUID fill(UUID unitId, UUID periodId, Map<String, String> answers) {
        var coordinator = people.person(on(unitId, Role.UNIT_COORDINATOR));
        var id = UUID.fromString(coordinator
                .post("/api/assessments", Map.of("unitId", unitId, "periodId", periodId))
                .expect(201)
                .json()
                .path("id")
                .asString());
        coordinator
                .patch("/api/assessments/{id}/answers", TestSheets.asImport(answers), id)
                .expect(200);
        return id;
    }

    private static List<String> units(JsonNode readiness) {
        return readiness.path("units").values().stream()
                .map(it -> it.path("unit").path("id").asString())
                .toList();
    }

    private static JsonNode row(JsonNode readiness, UUID unit) {
        return readiness.path("units").values().stream()
                .filter(it -> it.path("unit").path("id").asString().equals(unit.toString()))
                .findFirst()
                .orElseThrow();
    }
}
