package id.zitrack.assessment;

import static id.zitrack.TestPeople.on;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.TestSheets;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.organization.OrganizationLookup;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
class StepApiTest {
    private static final List<String> CHOICES = TestSheets.choices(TestSheets.instrument(TestSheets.LKE));
    private static final String FIRST = CHOICES.get(0);
    private static final String SECOND = CHOICES.get(1);

    @Autowired
    private TestPeople people;

    @Autowired
    private OrganizationLookup organization;

    @Autowired
    private Assessments assessments;

    @Autowired
    private MongoOperations store;

    private UUID unit;
    private TestApi coordinator;
    private TestApi member;
    private TestApi lead;
    private TestApi controller;
    private TestApi administrator;

    @BeforeEach
    void aUnitAndItsAssessors() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        member = people.person(on(unit, Role.TPI_MEMBER));
        lead = people.person(on(unit, Role.TPI_LEAD));
        controller = people.person(on(unit, Role.TPI_CONTROLLER));
        administrator = people.administrator();
    }

    @Test
    void membersHandToTheLeadAndTheLeadToTheController() {
        var id = submitted(period(Map.of("withController", true)));

        assertThat(take(member, id, Step.HAND_TO_LEAD).status()).isEqualTo(409);
        member.put("/api/assessments/{id}/review/marks/{code}", null, Map.of("reason", "x"), id, FIRST)
                .expect(200);
        member.post("/api/assessments/{id}/review/agreement", Map.of(), id).expect(200);
        take(member, id, Step.HAND_TO_LEAD).expect(200);

        assertThat(member.post("/api/assessments/{id}/review/agreement", Map.of(), id)
                        .problem())
                .isEqualTo("not-in-this-stage");
        var early = lead.post("/api/assessments/{id}/review/acceptance", Map.of(), id);
        assertThat(early.problem()).isEqualTo("step-not-ready");
        assertThat(early.json().path("requirement").asString()).isEqualTo("CONTROLLER_REACHED");
        assertThat(offered(lead, id, Step.ACCEPT).path("ready").asBoolean()).isFalse();

        take(lead, id, Step.BACK_TO_MEMBERS).expect(200);
        member.post("/api/assessments/{id}/review/agreement", Map.of(), id).expect(200);
        take(lead, id, Step.HAND_TO_CONTROLLER).expect(200);
        assertThat(take(lead, id, Step.BACK_TO_MEMBERS).status()).isEqualTo(409);
        take(controller, id, Step.BACK_TO_LEAD).expect(200);
        take(lead, id, Step.HAND_TO_CONTROLLER).expect(200);
        assertThat(lead.post("/api/assessments/{id}/review/acceptance", Map.of(), id)
                        .status())
                .isEqualTo(409);
        controller.post("/api/assessments/{id}/review/acceptance", Map.of(), id).expect(200);

        assertThat(stages(id))
                .containsExactly(
                        "DRAFT",
                        "SUBMITTED",
                        "UNDER_REVIEW",
                        "WITH_LEAD",
                        "UNDER_REVIEW",
                        "WITH_CONTROLLER",
                        "WITH_LEAD",
                        "WITH_CONTROLLER",
                        "ACCEPTED");
    }

    @Test
    void handingOnNeedsAVerdictOnEveryAnswer() {
        var id = submitted(period(Map.of("withController", true)));
        lead.put("/api/assessments/{id}/review/verdicts/{code}", "\"0\"", Map.of("remark", "sebentar"), id, FIRST)
                .expect(200);

        var refused = take(lead, id, Step.HAND_TO_CONTROLLER);

        assertThat(refused.problem()).isEqualTo("step-not-ready");
        assertThat(refused.json().path("missing").path(0).asString()).isEqualTo(FIRST);
        assertThat(offered(lead, id, Step.HAND_TO_CONTROLLER)
                        .path("requirements")
                        .path(1)
                        .path("missing")
                        .path(0)
                        .asString())
                .isEqualTo(FIRST);
    }

    @Test
    void whatComesBackIsDueByTheRepairWindow() {
        var id = submitted(period(Map.of("repairDays", 3)));
        var expected = LocalDate.now(Clock.systemUTC().withZone(Deadlines.ZONE)).plusDays(3);
        assertThat(offered(lead, id, Step.RETURN).path("suggestedDue").asString())
                .isEqualTo(expected.toString());

        lead.post("/api/assessments/{id}/review/return", Map.of("message", "Lengkapi"), id)
                .expect(200);

        assertThat(coordinator
                        .get("/api/assessments/{id}", id)
                        .json()
                        .path("due")
                        .asString())
                .isEqualTo(expected.toString());
        var history = steps(coordinator, id).path("history");
        assertThat(history.path(history.size() - 1).path("due").asString()).isEqualTo(expected.toString());
    }

    @Test
    void aQuestionMayBeDueOnADayOfItsOwn() {
        var id = submitted(period(Map.of("repairDays", 3)));
        var mark = "/api/assessments/{id}/review/marks/{code}";
        assertThat(lead.put(mark, null, Map.of("reason", "SK", "due", "2020-01-01"), id, FIRST)
                        .status())
                .isEqualTo(400);
        lead.put(mark, null, Map.of("reason", "SK belum ditandatangani", "due", "2099-01-31"), id, FIRST)
                .expect(200);
        lead.put(mark, null, Map.of("reason", "Notulen"), id, SECOND).expect(200);

        lead.post("/api/assessments/{id}/review/return", Map.of(), id).expect(200);

        var sheet = coordinator.get("/api/assessments/{id}", id).expect(200).json();
        assertThat(sheet.path("returned").path(0).path("due").asString()).isEqualTo("2099-01-31");
        assertThat(sheet.path("returned").path(1).path("due").asString())
                .isEqualTo(LocalDate.now(Clock.systemUTC().withZone(Deadlines.ZONE))
                        .plusDays(3)
                        .toString());
        assertThat(sheet.path("due").asString()).isEqualTo("2099-01-31");
    }

    @Test
    void theNationalEvaluationIsRecordedStepByStepWithItsLetters() {
        var id = closed();

        for (var step : List.of(
                Step.NOMINATE,
                Step.FAIL_SELECTION,
                Step.APPEAL,
                Step.PASS_SELECTION_WITH_NOTES,
                Step.BEGIN_DESK_EVALUATION,
                Step.BEGIN_FIELD_EVALUATION,
                Step.GRANT_AWARD,
                Step.MONITOR,
                Step.EXTEND,
                Step.MONITOR,
                Step.REVOKE)) {
            take(administrator, id, step).expect(200);
        }

        var history = steps(coordinator, id).path("history");
        var granted = history.path(history.size() - 5);
        assertThat(granted.path("to").asString()).isEqualTo("AWARDED");
        assertThat(granted.path("letterNumber").asString()).isEqualTo("B/21/2026");
        assertThat(granted.path("letterDate").asString()).isEqualTo("2026-06-01");
        assertThat(history.path(history.size() - 2).path("year").asInt()).isEqualTo(2027);
        assertThat(steps(administrator, id).path("steps")).isEmpty();
        assertThat(coordinator
                        .get("/api/assessments?unit={unit}", unit)
                        .expect(200)
                        .text())
                .contains("REVOKED");
    }

    @Test
    void aNominationNeedsItsGatesOrAReason() {
        var id = closed();
        var body = new HashMap<>(StepAccessTest.said(Step.NOMINATE));
        body.remove("reason");

        var refused = take(administrator, id, Step.NOMINATE, body);

        assertThat(refused.problem()).isEqualTo("step-not-ready");
        assertThat(refused.json().path("requirement").asString()).isEqualTo("GATES_MET");
        assertThat(refused.json().path("missing").isEmpty()).isFalse();
        body.put("reason", "Diusulkan dengan surat Bupati");
        take(administrator, id, Step.NOMINATE, body).expect(200);
    }

    @Test
    void whatAStepNeedsAndDoesNotAskForIsChecked() {
        var id = closed();

        assertThat(fields(take(administrator, id, Step.NOMINATE, Map.of("letterNumber", "B/1"))))
                .contains("award", "letterDate");
        var more = new HashMap<>(StepAccessTest.said(Step.NOMINATE));
        more.put("year", 2027);
        assertThat(fields(take(administrator, id, Step.NOMINATE, more))).containsExactly("year");
        var foreign = new HashMap<>(StepAccessTest.said(Step.NOMINATE));
        foreign.put("evidenceId", UUID.randomUUID());
        assertThat(fields(take(administrator, id, Step.NOMINATE, foreign))).containsExactly("evidenceId");
        assertThat(administrator
                        .post("/api/assessments/{id}/steps/NOMINATE", StepAccessTest.said(Step.NOMINATE), id)
                        .problem())
                .isEqualTo("if-match-required");
        assertThat(lead.postSeen("/api/assessments/{id}/steps/CLOSE", "\"1\"", Map.of(), id)
                        .status())
                .isIn(404, 409);
    }

    @Test
    void ofTwoWhoRecordAtTheSameMomentOneWinsAndTheOtherIsTold() throws Exception {
        var id = closed();
        for (var step : List.of(
                Step.NOMINATE,
                Step.PASS_SELECTION,
                Step.BEGIN_DESK_EVALUATION,
                Step.BEGIN_FIELD_EVALUATION,
                Step.GRANT_AWARD)) {
            take(administrator, id, step).expect(200);
        }
        var etag = administrator.get("/api/assessments/{id}/steps", id).etag();
        var pool = Executors.newFixedThreadPool(2);
        var answers = new ArrayList<TestApi.Answer>();
        try {
            Callable<TestApi.Answer> monitor = () -> administrator.postSeen(
                    "/api/assessments/{id}/steps/MONITOR", etag, StepAccessTest.said(Step.MONITOR), id);
            for (var done : pool.invokeAll(List.of(monitor, monitor))) {
                answers.add(done.get());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(answers).extracting(TestApi.Answer::status).containsExactlyInAnyOrder(200, 412);
        assertThat(answers).extracting(TestApi.Answer::problem).contains("changed-meanwhile");
        assertThat(stages(id)).endsWith("AWARDED", "MONITORED").doesNotHaveDuplicates();
    }

    @Test
    void aDeadlineLocksNothingUnlessThePeriodSaysSo() {
        var open = begin(period(Map.of("unitDeadline", "2025-03-31")));
        answer(open).expect(200);
        assertThat(coordinator
                        .get("/api/assessments/{id}", open)
                        .json()
                        .path("late")
                        .asInt())
                .isPositive();

        var period = period(Map.of("unitDeadline", "2025-03-31", "closesAutomatically", true));
        var locked = begin(period);
        assertThat(answer(locked).problem()).isEqualTo("deadline-passed");
        assertThat(coordinator
                        .patch("/api/assessments/{id}/answers", TestSheets.asImport(Map.of(FIRST, "Ya")), locked)
                        .problem())
                .isEqualTo("deadline-passed");
        assertThat(coordinator
                        .get("/api/assessments/{id}", locked)
                        .json()
                        .path("openCodes")
                        .isArray())
                .isTrue();

        // More time for this unit opens it again.
        administrator
                .postSeen(
                        "/api/periods/{id}/extensions",
                        administrator.get("/api/periods/{id}", period).etag(),
                        Map.of("unitId", unit, "until", "2099-01-31", "reason", "Kantor kebanjiran"),
                        period)
                .expect(200);
        answer(locked).expect(200);
        assertThat(coordinator
                        .get("/api/assessments/{id}", locked)
                        .json()
                        .path("due")
                        .asString())
                .isEqualTo("2099-01-31");
    }

    @Test
    void whatIsThereCanBeSubmittedAfterTheDeadline() {
        var locked = begin(period(Map.of("unitDeadline", "2025-03-31", "closesAutomatically", true)));

        coordinator
                .post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), locked)
                .expect(200);
    }

    @Test
    void daysAreCountedInJakartaWhicheverWayTheClockMoves() {
        var period = period(Map.of("unitDeadline", "2026-03-31", "closesAutomatically", true));
        var view = assessments.findById(begin(period)).orElseThrow().view();
        // 17.30 UTC is the next day in Jakarta.
        var after = deadlinesAt("2026-03-31T17:30:00Z");
        var before = deadlinesAt("2026-03-31T16:30:00Z");
        var due = LocalDate.of(2026, 3, 31);

        assertThat(after.daysPast(due)).isEqualTo(1);
        assertThat(before.daysPast(due)).isZero();
        assertThat(after.lockedSince(view)).isEqualTo(due);
        assertThat(before.lockedSince(view)).isNull();
    }

    @Test
    void assessmentsStoredBeforeStepsHadNamesAreRead() {
        var id = closed();
        var stored =
                store.getCollection("assessments").find(new Document("_id", id)).first();
        for (var it : stored.getList("history", Document.class)) {
            it.remove("step");
            it.remove("with");
        }
        store.getCollection("assessments").replaceOne(new Document("_id", id), stored);

        var history = steps(coordinator, id).path("history");

        assertThat(history.path(history.size() - 1).path("to").asString()).isEqualTo("CLOSED");
        assertThat(history.path(history.size() - 1).path("step").isNull()).isTrue();
        take(administrator, id, Step.NOMINATE).expect(200);
    }

    private Deadlines deadlinesAt(String moment) {
        return new Deadlines(organization, Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
    }

    private UUID period(Map<String, Object> details) {
        var body = new HashMap<String, Object>();
        body.put("name", "Periode " + UUID.randomUUID());
        body.put("year", 2026);
        body.put("instrumentId", TestSheets.LKE);
        body.put("instrumentVersion", "1");
        body.putAll(details);
        return idOf(administrator.post("/api/periods", body).expect(201));
    }

    private UUID begin(UUID period) {
        return idOf(coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", period))
                .expect(201));
    }

    private UUID submitted(UUID period) {
        var id = begin(period);
        answer(id).expect(200);
        coordinator
                .post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), id)
                .expect(200);
        return id;
    }

    private UUID closed() {
        var id = submitted(period(Map.of()));
        lead.post("/api/assessments/{id}/review/agreement", Map.of(), id).expect(200);
        lead.post("/api/assessments/{id}/review/acceptance", Map.of(), id).expect(200);
        lead.post("/api/assessments/{id}/review/closing", Map.of(), id).expect(200);
        return id;
    }

    private TestApi.Answer answer(UUID id) {
        var question = TestSheets.instrument(TestSheets.LKE).question(FIRST);
        return coordinator.put(
                "/api/assessments/{id}/answers/{code}", "\"0\"", Map.of("value", TestSheets.best(question)), id, FIRST);
    }

    private TestApi.Answer take(TestApi caller, UUID id, Step step) {
        return take(caller, id, step, StepAccessTest.said(step));
    }

    private TestApi.Answer take(TestApi caller, UUID id, Step step, Map<String, Object> body) {
        var etag = caller.get("/api/assessments/{id}/steps", id).etag();
        return caller.postSeen("/api/assessments/{id}/" + step.path(), etag, body, id);
    }

    private static JsonNode steps(TestApi caller, UUID id) {
        return caller.get("/api/assessments/{id}/steps", id).expect(200).json();
    }

    private static JsonNode offered(TestApi caller, UUID id, Step step) {
        return caller.get("/api/assessments/{id}", id).expect(200).json().path("steps").values().stream()
                .filter(it -> it.path("step").asString().equals(step.name()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> stages(UUID id) {
        return steps(coordinator, id).path("history").values().stream()
                .map(it -> it.path("to").asString())
                .toList();
    }

    private static List<String> fields(TestApi.Answer refused) {
        return refused.json().path("errors").values().stream()
                .map(it -> it.path("field").asString())
                .toList();
    }

    private static UUID idOf(TestApi.Answer created) {
        return UUID.fromString(created.json().path("id").asString());
    }
}
