package id.zitrack.assessment;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.TestSheets;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.ChoiceType;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Question;
import id.zitrack.instrument.RatioType;
import id.zitrack.scoring.Scoring;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
class ScoreApiTest {
    private static final Instrument LKE = TestSheets.instrument(TestSheets.LKE);
    private static final List<String> VIEWS = List.of("official", "strict", "best");

    @Autowired
    private TestPeople people;

    private UUID unit;
    private TestApi coordinator;
    private UUID id;

    @BeforeEach
    void aHalfFilledSheet() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        id = begin(people.period(TestSheets.LKE));
        fill(halfFilled());
    }

    @Test
    void thePartsOfEveryNodeAddUpUnderEachView() {
        for (var node : Stream.concat(
                        Stream.of(Instrument.TOTAL), LKE.nodes().stream().map(it -> it.code()))
                .limit(40)
                .toList()) {
            var body = explain(coordinator, node);
            for (var view : VIEWS) {
                var points = points(body.path("views").path(view).path("points"));
                if (!body.path("parts").isEmpty()) {
                    var sum = list(body.path("parts")).stream()
                            .map(it -> points(it.path(view).path("points")))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertThat(sum.subtract(points).abs()).as(node + " " + view).isLessThan(new BigDecimal("1e-9"));
                }
            }
        }
    }

    @Test
    void anExplanationNamesInputsInstrumentVoiceAndTime() {
        var answered = halfFilled().keySet().iterator().next();

        var body = explain(coordinator, answered);

        assertThat(body.path("voice").asString()).isEqualTo("UNIT");
        assertThat(body.path("instrument").path("id").asString()).isEqualTo(TestSheets.LKE);
        assertThat(body.path("instrument").path("hash").asString()).isEqualTo(LKE.hash());
        assertThat(body.path("instrument").path("version").asString()).isEqualTo("1");
        assertThat(body.path("computedAt").asString()).isNotEmpty();
        assertThat(body.path("path").path(0).path("code").asString()).isEqualTo(Instrument.TOTAL);
        assertThat(body.path("inputs")).hasSize(1);
        var input = body.path("inputs").path(0);
        assertThat(input.path("value").asString()).isEqualTo(halfFilled().get(answered));
        assertThat(input.path("by").path("id").asString())
                .isEqualTo(coordinator.personId().toString());
        assertThat(input.path("at").asString()).isNotEmpty();
        assertThat(list(body.path("gates")))
                .anyMatch(it -> it.path("through").asString("").equals(Instrument.TOTAL)
                        && it.path("award").asString().equals("wbk"));
    }

    @Test
    void theWholeSheetNamesEveryAnswerAndItsOwnGates() {
        var body = explain(coordinator, Instrument.TOTAL);

        assertThat(body.path("label").isNull()).isTrue();
        assertThat(body.path("path")).isEmpty();
        assertThat(body.path("inputs")).hasSize(halfFilled().size());
        assertThat(body.path("questions").asInt()).isEqualTo(LKE.questions().size());
        assertThat(list(body.path("gates")))
                .isNotEmpty()
                .allMatch(it -> it.path("through").isNull());
    }

    @Test
    void anExplanationCanBeReckonedAgainFromItsOwnInputs() {
        var total = explain(coordinator, Instrument.TOTAL);
        var answers = new LinkedHashMap<String, String>();
        list(total.path("inputs"))
                .forEach(it ->
                        answers.put(it.path("code").asString(), it.path("value").asString()));

        var again = Scoring.score(LKE, answers);

        assertThat(total.path("views").path("official").path("points").asString())
                .isEqualTo(again.official().total().toDecimalString());
        assertThat(total.path("views").path("strict").path("points").asString())
                .isEqualTo(again.strict().total().toDecimalString());
    }

    @Test
    void aRatioShowsItsCountsAndABlankQuestionWhyItCountsAsItDoes() {
        var ratio = LKE.questions().stream()
                .filter(it -> it.type() instanceof RatioType)
                .findFirst()
                .orElseThrow();

        var blank = explain(coordinator, ratio.code());
        fill(Map.of(ratio.code(), TestSheets.best(ratio)));
        var filled = explain(coordinator, ratio.code());

        assertThat(blank.path("inputs")).isEmpty();
        assertThat(blank.path("views").path("strict").path("formula").asString())
                .isEqualTo("kosong, dihitung 0");
        assertThat(filled.path("counts"))
                .hasSize(((RatioType) ratio.type()).counts().size());
        assertThat(filled.path("counts").path(0).path("label").asString()).isNotEmpty();
        assertThat(filled.path("views").path("strict").path("rule").asString()).contains("÷");
    }

    @Test
    void aNodeThatIsNotOnTheSheetIsNotThere() {
        assertThat(coordinator
                        .get("/api/assessments/{id}/explanation?node=Z.9", id)
                        .problem())
                .isEqualTo("not-there");
        assertThat(coordinator.get("/api/assessments/{id}/explanation", id).status())
                .isEqualTo(400);
    }

    @Test
    void theCheapestPathIsEnoughWhenItIsTried() {
        for (var award : Award.values()) {
            var path = path(coordinator, award.key(), "");

            assertThat(path.path("outcome").asString()).isEqualTo("FOUND");
            assertThat(path.path("improvements")).isNotEmpty();
            var tried = whatIf(coordinator, answersOf(path)).expect(200).json();
            assertThat(list(tried.path("gates").path(award.key())))
                    .as(award.key())
                    .allMatch(it -> it.path("met").asBoolean(false));
        }
    }

    @Test
    void whatIsOutOfReachIsLeftOutOfThePath() {
        var first = path(coordinator, "wbk", "");
        var avoided = first.path("improvements").path(0).path("code").asString();

        var second = path(coordinator, "wbk", "&outOfReach=" + avoided);

        assertThat(codes(first.path("improvements"))).contains(avoided);
        assertThat(codes(second.path("improvements"))).doesNotContain(avoided);
    }

    @Test
    void aPathSaysWhichQuestionsWouldDoAsWell() {
        var answers = TestSheets.best(LKE);
        var first = LKE.areas().get(0).nodes();
        answers.keySet().removeIf(code -> first.stream().anyMatch(it -> code.startsWith(it + ".")));
        var sheet = begin(people.period(TestSheets.LKE));
        coordinator
                .patch("/api/assessments/{id}/answers", TestSheets.asImport(answers), sheet)
                .expect(200);

        var path = coordinator
                .get("/api/assessments/{id}/cheapest-path?award=wbk", sheet)
                .expect(200)
                .json();

        var improvements = list(path.path("improvements"));
        assertThat(improvements).anyMatch(it -> !it.path("alternatives").isEmpty());
        assertThat(improvements)
                .allMatch(it -> points(it.path("gain")).signum() >= 0
                        && !it.path("label").asString().isEmpty());
    }

    @Test
    void aSheetThatMeetsEverythingNeedsNothing() {
        fill(TestSheets.best(LKE));

        var path = path(coordinator, "wbbm", "");

        assertThat(path.path("outcome").asString()).isEqualTo("FOUND");
        assertThat(path.path("improvements")).isEmpty();
        assertThat(path.path("steps").asInt()).isZero();
    }

    @Test
    void withEveryQuestionOutOfReachTheGatesAreNamed() {
        var all = LKE.questions().stream().map(Question::code).collect(Collectors.joining(","));

        var path = path(coordinator, "wbk", "&outOfReach=" + all);

        assertThat(path.path("outcome").asString()).isEqualTo("IMPOSSIBLE");
        assertThat(path.path("unreachable")).isNotEmpty();
        assertThat(path.path("unreachable").path(0).path("label").asString()).isNotEmpty();
    }

    @Test
    void gatesWithoutThresholdAreNamedAndNotPassed() {
        var checklist = begin(people.period(TestSheets.CHECKLIST));

        var path = coordinator
                .get("/api/assessments/{id}/cheapest-path?award=wbk", checklist)
                .expect(200)
                .json();

        assertThat(path.path("unset")).isNotEmpty();
    }

    @Test
    void aPathRefusesWhatItDoesNotKnow() {
        for (var wrong : List.of(
                "?award=emas",
                "?award=wbk&outOfReach=Z.9",
                "?award=wbk&outOfReach=" + LKE.roots().get(0).code(),
                "?award=wbk&outOfReach="
                        + IntStream.range(0, 500).mapToObj(it -> "X." + it).collect(Collectors.joining(",")),
                "")) {
            assertThat(coordinator
                            .get("/api/assessments/{id}/cheapest-path" + wrong, id)
                            .status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void tryingAnswersMovesScoresAndGatesAndStoresNothing() {
        var before = coordinator.get("/api/assessments/{id}", id).json();

        var tried = whatIf(coordinator, TestSheets.best(LKE)).expect(200).json();

        assertThat(tried.path("scores").path("strict").path("TOTAL").asString()).isEqualTo("100.000000");
        assertThat(tried.path("gates").path("wbbm"))
                .allMatch(it -> it.path("met").asBoolean());
        assertThat(coordinator.get("/api/assessments/{id}", id).json()).isEqualTo(before);
    }

    @Test
    void anAnswerCanBeTriedAwayAgain() {
        var code = halfFilled().keySet().iterator().next();
        var blank = new HashMap<String, @Nullable String>();
        blank.put(code, null);

        var tried = whatIf(coordinator, blank).expect(200).json();

        assertThat(tried.path("answered").asInt()).isEqualTo(halfFilled().size() - 1);
    }

    @Test
    void aLockedSheetCanStillBeTried() {
        coordinator
                .post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), id)
                .expect(200);

        whatIf(coordinator, TestSheets.best(LKE)).expect(200);
        whatIf(people.person(everywhere(Role.LEADERSHIP)), TestSheets.best(LKE)).expect(200);
        assertThat(coordinator
                        .get("/api/assessments/{id}", id)
                        .json()
                        .path("answered")
                        .asInt())
                .isEqualTo(halfFilled().size());
    }

    @Test
    void tryingNamesEveryAnswerThatDoesNotFit() {
        var first = TestSheets.choices(LKE).get(0);

        var refused = coordinator.post(
                "/api/assessments/{id}/what-if",
                Map.of(
                        "answers",
                        List.of(
                                Map.of("code", first, "value", "Mungkin"),
                                Map.of("code", "Z.9", "value", "Ya"),
                                Map.of("code", first, "value", TestSheets.best(LKE.question(first))))),
                id);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("invalid-answers");
        assertThat(refused.json().path("errors")).hasSize(3);
    }

    @Test
    void tryingRefusesMoreThanASheetCanHold() {
        var many = IntStream.range(0, 1001)
                .mapToObj(it -> Map.of("code", "X." + it, "value", "Ya"))
                .toList();

        assertThat(coordinator
                        .post("/api/assessments/{id}/what-if", Map.of("answers", many), id)
                        .status())
                .isEqualTo(400);
        assertThat(coordinator
                        .post("/api/assessments/{id}/what-if", "{\"answers\":null}", id)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anotherUnitSeesNoneOfIt() {
        var other = people.person(on(people.unit(), Role.UNIT_COORDINATOR));

        assertThat(other.get("/api/assessments/{id}/explanation?node=TOTAL", id).status())
                .isEqualTo(404);
        assertThat(other.get("/api/assessments/{id}/cheapest-path?award=wbk", id)
                        .status())
                .isEqualTo(404);
        assertThat(whatIf(other, Map.of()).status()).isEqualTo(404);
        assertThat(people.nobody()
                        .get("/api/assessments/{id}/explanation?node=TOTAL", id)
                        .status())
                .isEqualTo(401);
    }

    private UUID begin(UUID period) {
        return UUID.fromString(coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", period))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    /** Every second choice at its second best. */
    private static Map<String, String> halfFilled() {
        var answers = new LinkedHashMap<String, String>();
        var codes = TestSheets.choices(LKE);
        for (int i = 0; i < codes.size(); i += 2) {
            var choices = ((ChoiceType) LKE.question(codes.get(i)).type()).choices();
            answers.put(codes.get(i), choices.get(choices.size() > 2 ? 1 : 0).value());
        }
        return answers;
    }

    private void fill(Map<String, String> answers) {
        coordinator
                .patch("/api/assessments/{id}/answers", TestSheets.asImport(answers), id)
                .expect(200);
    }

    private JsonNode explain(TestApi who, String node) {
        return who.get("/api/assessments/{id}/explanation?node={node}", id, node)
                .expect(200)
                .json();
    }

    private JsonNode path(TestApi who, String award, String more) {
        return who.get("/api/assessments/{id}/cheapest-path?award={award}" + more, id, award)
                .expect(200)
                .json();
    }

    private TestApi.Answer whatIf(TestApi who, Map<String, ? extends @Nullable String> answers) {
        var tried = answers.entrySet().stream()
                .map(it -> {
                    var answer = new HashMap<String, @Nullable Object>();
                    answer.put("code", it.getKey());
                    answer.put("value", it.getValue());
                    return answer;
                })
                .toList();
        return who.post("/api/assessments/{id}/what-if", Map.of("answers", tried), id);
    }

    private static Map<String, String> answersOf(JsonNode path) {
        return list(path.path("improvements")).stream()
                .collect(Collectors.toMap(
                        it -> it.path("code").asString(), it -> it.path("to").asString()));
    }

    private static List<String> codes(JsonNode items) {
        return list(items).stream().map(it -> it.path("code").asString()).toList();
    }

    private static BigDecimal points(JsonNode text) {
        return new BigDecimal(text.asString());
    }

    private static List<JsonNode> list(JsonNode array) {
        return array.values().stream().toList();
    }
}
