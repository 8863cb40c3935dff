package id.zitrack.assessment;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static id.zitrack.TestPeople.onAreas;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.TestSheets;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Instrument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
class AssessmentApiTest {
    private static final Instrument LKE = TestSheets.instrument(TestSheets.LKE);
    private static final String FIRST = TestSheets.choices(LKE).get(0);
    private static final String SECOND = TestSheets.choices(LKE).get(1);

    @Autowired
    private TestPeople people;

    private UUID unit;
    private UUID period;
    private TestApi coordinator;
    private UUID id;

    @BeforeEach
    void aBegunAssessment() {
        unit = people.unit();
        period = people.period(TestSheets.LKE);
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        id = begin(coordinator, unit, period);
    }

    @Test
    void aFreshSheetIsBlankAndWorthNothing() {
        var body = coordinator.get("/api/assessments/{id}", id).expect(200).json();

        assertThat(body.path("stage").asString()).isEqualTo("DRAFT");
        assertThat(body.path("answers")).isEmpty();
        assertThat(body.path("total").asInt()).isEqualTo(LKE.questions().size());
        assertThat(body.path("scores").path("strict").path("TOTAL").asString()).isEqualTo("0.000000");
        assertThat(body.path("scores").path("best").path("TOTAL").asString()).isEqualTo("100.000000");
        assertThat(texts(body.path("may"))).contains("ANSWER", "SUBMIT").doesNotContain("JUDGE");
        assertThat(body.path("unit").path("id").asString()).isEqualTo(unit.toString());
        assertThat(body.path("history").path(0).path("by").path("id").asString())
                .isEqualTo(coordinator.personId().toString());
    }

    @Test
    void anAnswerComesBackWithItsRevisionAndTheNewScores() {
        var answer = answer(coordinator, FIRST, 0, best(FIRST), "lihat SK").expect(200);

        assertThat(answer.etag()).isEqualTo("\"1\"");
        assertThat(answer.json().path("answer").path("note").asString()).isEqualTo("lihat SK");
        assertThat(answer.json().path("result").path("answered").asInt()).isEqualTo(1);
        assertThat(new BigDecimal(answer.json()
                        .path("result")
                        .path("scores")
                        .path("strict")
                        .path("TOTAL")
                        .asString()))
                .isPositive();
        assertThat(answer.json().path("result").path("gates").path("wbk"))
                .hasSize(LKE.gates(Award.WBK).size());
    }

    @Test
    void theWorkedExamplesComeOutExactly() {
        for (var example : LKE.examples()) {
            if (example.answers().isEmpty()) {
                continue;
            }
            var sheet = begin(coordinator, unit, people.period(TestSheets.LKE));

            var result = coordinator
                    .patch("/api/assessments/{id}/answers", TestSheets.asImport(example.answers()), sheet)
                    .expect(200)
                    .json()
                    .path("result");

            var scores = result.path("scores").path(example.view());
            example.scores().forEach((node, points) -> {
                if (isApartFrom(example.given().keySet(), node)) {
                    assertThat(new BigDecimal(scores.path(node).asString())
                                    .setScale(points.scale(), java.math.RoundingMode.HALF_UP))
                            .as(example.id() + " " + node)
                            .isEqualByComparingTo(points);
                }
            });
            if (example.view().equals("strict")) {
                example.gates()
                        .forEach((award, gates) -> gates.forEach((gate, met) -> {
                            if (isApartFrom(example.given().keySet(), nodes(award, gate))) {
                                assertThat(gate(result, award, gate))
                                        .as(example.id() + " " + gate)
                                        .isEqualTo(met);
                            }
                        }));
            }
        }
    }

    @Test
    void aWholeSheetOfBestAnswersReachesEverything() {
        var body = fill(TestSheets.best(LKE)).path("result");

        assertThat(body.path("scores").path("strict").path("TOTAL").asString()).isEqualTo("100.000000");
        assertThat(body.path("gates").path("wbbm"))
                .allMatch(it -> it.path("met").asBoolean());
    }

    @Test
    void fortyPeopleAnsweringDifferentQuestionsLoseNothing() throws Exception {
        var codes = TestSheets.choices(LKE).subList(0, 40);
        var pool = Executors.newFixedThreadPool(40);
        try {
            List<Callable<TestApi.Answer>> writers = codes.stream()
                    .<Callable<TestApi.Answer>>map(
                            code -> () -> answer(coordinator, code, 0, best(code), "dari " + code))
                    .toList();
            for (var done : pool.invokeAll(writers)) {
                done.get().expect(200);
            }
        } finally {
            pool.shutdownNow();
        }

        var body = coordinator.get("/api/assessments/{id}", id).expect(200).json();

        assertThat(stream(body.path("answers")))
                .extracting(
                        it -> it.path("code").asString() + " " + it.path("note").asString())
                .containsExactlyInAnyOrderElementsOf(
                        codes.stream().map(it -> it + " dari " + it).toList());
        assertThat(body.path("answered").asInt()).isEqualTo(40);
    }

    @Test
    void theSecondToAnswerTheSameQuestionIsShownTheFirstAnswer() {
        var other = people.person(on(unit, Role.UNIT_COORDINATOR));
        answer(coordinator, FIRST, 0, best(FIRST), "pertama").expect(200);

        var refused = answer(other, FIRST, 0, null, "kedua");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.problem()).isEqualTo("answer-changed");
        var theirs = refused.json().path("theirs");
        assertThat(theirs.path("value").asString()).isEqualTo(best(FIRST));
        assertThat(theirs.path("note").asString()).isEqualTo("pertama");
        assertThat(theirs.path("revision").asInt()).isEqualTo(1);
        assertThat(theirs.path("by").path("id").asString())
                .isEqualTo(coordinator.personId().toString());
        answer(other, FIRST, 1, null, "kedua").expect(200);
    }

    @Test
    void ofManyAtTheSameQuestionExactlyOneWins() throws Exception {
        var others = IntStream.range(0, 5)
                .mapToObj(it -> people.person(on(unit, Role.UNIT_COORDINATOR)))
                .toList();
        var pool = Executors.newFixedThreadPool(others.size());
        var statuses = new ArrayList<Integer>();
        try {
            List<Callable<TestApi.Answer>> writers = others.stream()
                    .<Callable<TestApi.Answer>>map(it -> () ->
                            answer(it, FIRST, 0, best(FIRST), it.personId().toString()))
                    .toList();
            for (var done : pool.invokeAll(writers)) {
                statuses.add(done.get().status());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void anAnswerThatDoesNotFitIsRefused() {
        var refused = answer(coordinator, FIRST, 0, "Mungkin", null);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("invalid-answer");
        assertThat(refused.json().path("reason").asString()).contains("Mungkin");
    }

    @Test
    void aQuestionThatIsNotInTheInstrumentIsNotThere() {
        assertThat(answer(coordinator, "Z.9.z", 0, "Ya", null).status()).isEqualTo(404);
    }

    @Test
    void answeringAsksForTheRevisionThatWasSeen() {
        var refused =
                coordinator.put("/api/assessments/{id}/answers/{code}", null, Map.of("value", best(FIRST)), id, FIRST);

        assertThat(refused.status()).isEqualTo(428);
    }

    @Test
    void aNoteOfMoreThanFourThousandCharactersIsRefused() {
        assertThat(answer(coordinator, FIRST, 0, null, "x".repeat(4001)).status())
                .isEqualTo(400);
        answer(coordinator, FIRST, 0, null, "x".repeat(4000)).expect(200);
    }

    @Test
    void anImportWithOneBadRowChangesNothing() {
        var refused = coordinator.patch(
                "/api/assessments/{id}/answers",
                TestSheets.asImport(Map.of(FIRST, best(FIRST), SECOND, "Mungkin", "Z.9.z", "Ya")),
                id);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("invalid-answers");
        assertThat(stream(refused.json().path("errors")))
                .extracting(it -> it.path("code").asString())
                .containsExactlyInAnyOrder(SECOND, "Z.9.z");
        assertThat(coordinator.get("/api/assessments/{id}", id).json().path("answers"))
                .isEmpty();
    }

    @Test
    void aUnitHasOneAssessmentInAPeriod() throws Exception {
        var fresh = people.period(TestSheets.LKE);
        var body = Map.of("unitId", unit, "periodId", fresh);
        var pool = Executors.newFixedThreadPool(8);
        var statuses = new ArrayList<Integer>();
        try {
            List<Callable<TestApi.Answer>> tries = IntStream.range(0, 8)
                    .<Callable<TestApi.Answer>>mapToObj(it -> () -> coordinator.post("/api/assessments", body))
                    .toList();
            for (var done : pool.invokeAll(tries)) {
                statuses.add(done.get().status());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(coordinator.post("/api/assessments", body).problem()).isEqualTo("assessment-exists");
    }

    @Test
    void submittingWithGapsNeedsToBeSaidTwice() {
        answer(coordinator, FIRST, 0, best(FIRST), null).expect(200);

        var check = coordinator
                .get("/api/assessments/{id}/submission-check", id)
                .expect(200)
                .json();
        var refused = coordinator.post("/api/assessments/{id}/submission", Map.of("acceptGaps", false), id);

        assertThat(check.path("ready").asBoolean()).isFalse();
        assertThat(check.path("blank")).hasSize(LKE.questions().size() - 1);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("not-complete");
        assertThat(refused.json().path("blank")).hasSize(LKE.questions().size() - 1);
        submit(coordinator);
    }

    @Test
    void whatIsSubmittedIsLocked() {
        submit(coordinator);

        var refused = answer(coordinator, FIRST, 0, best(FIRST), null);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("not-in-this-stage");
        assertThat(coordinator
                        .patch("/api/assessments/{id}/answers", TestSheets.asImport(Map.of(FIRST, best(FIRST))), id)
                        .status())
                .isEqualTo(409);
        assertThat(coordinator
                        .post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), id)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anAreaCoordinatorAnswersForTheirAreasOnly() {
        var areas = LKE.areas();
        var own = codesOf(areas.get(0).nodes());
        var foreign = codesOf(areas.get(1).nodes());
        var area = people.person(onAreas(unit, areas.get(0).code()));

        answer(area, own, 0, TestSheets.best(LKE.question(own)), null).expect(200);
        var refused = answer(area, foreign, 0, TestSheets.best(LKE.question(foreign)), null);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("not-allowed");
        assertThat(area.post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), id)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void peopleOfOtherUnitsFindNothing() {
        var stranger = people.person(on(people.unit(), Role.UNIT_COORDINATOR));

        assertThat(stranger.get("/api/assessments/{id}", id).status()).isEqualTo(404);
        assertThat(answer(stranger, FIRST, 0, best(FIRST), null).status()).isEqualTo(404);
        assertThat(stranger.patch("/api/assessments/{id}/answers", TestSheets.asImport(Map.of(FIRST, best(FIRST))), id)
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/assessments/{id}/submission-check", id).status())
                .isEqualTo(404);
        assertThat(stranger.post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), id)
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post("/api/assessments", Map.of("unitId", unit, "periodId", period))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/assessments?period={p}", period).json().path("items"))
                .isEmpty();
    }

    @Test
    void assessorsAndLeadershipSeeButDoNotAnswer() {
        for (var role : List.of(Role.TPI_MEMBER, Role.TPI_LEAD, Role.TPI_CONTROLLER, Role.LEADERSHIP)) {
            var reader = people.person(everywhere(role));

            reader.get("/api/assessments/{id}", id).expect(200);
            assertThat(answer(reader, FIRST, 0, best(FIRST), null).status()).isEqualTo(403);
            assertThat(reader.post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), id)
                            .status())
                    .isEqualTo(403);
            assertThat(reader.post("/api/assessments", Map.of("unitId", unit, "periodId", period))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void nobodyWithoutATokenSeesAnything() {
        var nobody = people.nobody();

        assertThat(nobody.get("/api/assessments").status()).isEqualTo(401);
        assertThat(nobody.get("/api/assessments/{id}", id).status()).isEqualTo(401);
        assertThat(answer(nobody, FIRST, 0, best(FIRST), null).status()).isEqualTo(401);
    }

    @Test
    void theListShowsOnesOwnFirstAndGoesOnWithACursor() {
        var neighbor = people.unit();
        var everyone = people.person(on(unit, Role.UNIT_COORDINATOR), on(neighbor, Role.TPI_MEMBER));
        begin(people.person(on(neighbor, Role.UNIT_COORDINATOR)), neighbor, period);

        var first = everyone.get("/api/assessments?period={p}&limit=1", period)
                .expect(200)
                .json();
        var rest = everyone.get(
                        "/api/assessments?period={p}&limit=1&cursor={c}",
                        period,
                        first.path("next").asString())
                .expect(200)
                .json();

        assertThat(first.path("items").path(0).path("id").asString()).isEqualTo(id.toString());
        assertThat(first.path("items").path(0).path("scores").path("best").asString())
                .isEqualTo("100.000000");
        assertThat(rest.path("items").path(0).path("unit").path("id").asString())
                .isEqualTo(neighbor.toString());
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(everyone.get("/api/assessments?cursor=x").status()).isEqualTo(400);
    }

    @Test
    void checklistsWithoutThresholdsAreNeverPassed() {
        var checklist = TestSheets.instrument(TestSheets.CHECKLIST);
        var sheet = begin(coordinator, unit, people.period(TestSheets.CHECKLIST));

        var result = coordinator
                .patch("/api/assessments/{id}/answers", TestSheets.asImport(TestSheets.best(checklist)), sheet)
                .expect(200)
                .json()
                .path("result");

        assertThat(result.path("gates").path("wbk"))
                .isNotEmpty()
                .allMatch(it -> it.path("met").isNull() || it.path("required").isString());
    }

    private UUID begin(TestApi who, UUID unitId, UUID periodId) {
        return UUID.fromString(who.post("/api/assessments", Map.of("unitId", unitId, "periodId", periodId))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    private TestApi.Answer answer(
            TestApi who, String code, long revision, @Nullable String value, @Nullable String note) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("value", value);
        body.put("note", note);
        return who.put("/api/assessments/{id}/answers/{code}", "\"" + revision + "\"", body, id, code);
    }

    private JsonNode fill(Map<String, String> answers) {
        return coordinator
                .patch("/api/assessments/{id}/answers", TestSheets.asImport(answers), id)
                .expect(200)
                .json();
    }

    private void submit(TestApi who) {
        who.post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), id)
                .expect(200);
    }

    private static String best(String code) {
        return TestSheets.best(LKE.question(code));
    }

    private static String codesOf(List<String> nodes) {
        return LKE.questions().stream()
                .map(it -> it.code())
                .filter(code -> nodes.stream().anyMatch(it -> code.startsWith(it + ".")))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isApartFrom(Set<String> given, String node) {
        return given.isEmpty()
                || (LKE.find(node).isPresent()
                        && given.stream().noneMatch(it -> it.equals(node) || it.startsWith(node + ".")));
    }

    private static boolean isApartFrom(Set<String> given, List<String> nodes) {
        return nodes.stream().allMatch(it -> isApartFrom(given, it));
    }

    private static List<String> nodes(Award award, String gate) {
        return LKE.gates(award).stream()
                .filter(it -> it.id().equals(gate))
                .findFirst()
                .orElseThrow()
                .nodes();
    }

    private static Optional<Boolean> gate(JsonNode result, Award award, String gate) {
        return stream(result.path("gates").path(award.key())).stream()
                .filter(it -> it.path("id").asString().equals(gate))
                .findFirst()
                .map(it -> it.path("met"))
                .filter(it -> !it.isNull())
                .map(JsonNode::asBoolean);
    }

    private static List<JsonNode> stream(JsonNode array) {
        return array.values().stream().toList();
    }

    private static List<String> texts(JsonNode array) {
        return stream(array).stream().map(JsonNode::asString).toList();
    }
}
