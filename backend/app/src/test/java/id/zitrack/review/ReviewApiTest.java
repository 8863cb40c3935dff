package id.zitrack.review;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.TestSheets;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Question;
import id.zitrack.instrument.RatioType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
class ReviewApiTest {
    private static final Instrument LKE = TestSheets.instrument(TestSheets.LKE);
    private static final String FIRST = TestSheets.choices(LKE).get(0);
    private static final String SECOND = TestSheets.choices(LKE).get(1);

    @Autowired
    private TestPeople people;

    private UUID unit;
    private TestApi coordinator;
    private TestApi member;
    private TestApi lead;
    private TestApi controller;
    private UUID id;

    @BeforeEach
    void aSubmittedAssessmentWithTwoAnswers() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        member = people.person(on(unit, Role.TPI_MEMBER));
        lead = people.person(on(unit, Role.TPI_LEAD));
        controller = people.person(on(unit, Role.TPI_CONTROLLER));
        id = UUID.fromString(coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", people.period(TestSheets.LKE)))
                .expect(201)
                .json()
                .path("id")
                .asString());
        answer(FIRST, best(FIRST)).expect(200);
        answer(SECOND, best(SECOND)).expect(200);
        submit();
    }

    @Test
    void aVerdictStandsBesideTheAnswerAndShowsItsCost() {
        var judged = judge(member, FIRST, 0, worst(FIRST), "Tidak ada SK").expect(200);

        assertThat(judged.etag()).isEqualTo("\"1\"");
        assertThat(judged.json().path("result").path("judged").asInt()).isEqualTo(1);
        assertThat(judged.json().path("result").path("total").asInt()).isEqualTo(2);
        var review = review(member);
        assertThat(review.path("myVoice").asString()).isEqualTo("MEMBER");
        var disagreement = review.path("disagreements").path(0);
        assertThat(disagreement.path("unit").asString()).isEqualTo(best(FIRST));
        assertThat(disagreement.path("tpi").asString()).isEqualTo(worst(FIRST));
        assertThat(disagreement.path("cost").asString()).isNotEqualTo("0.000000");
        assertThat(valueOf(coordinator.get("/api/assessments/{id}", id).json().path("answers"), FIRST))
                .isEqualTo(best(FIRST));
        assertThat(stage()).isEqualTo("UNDER_REVIEW");
    }

    @Test
    void noVoiceOverwritesAnotherAndTheWeightiestCounts() {
        var other = people.person(on(unit, Role.TPI_MEMBER));
        judge(member, FIRST, 0, best(FIRST), null).expect(200);
        judge(other, FIRST, 0, worst(FIRST), null).expect(200);
        assertThat(effective(review(lead), FIRST)).isEqualTo(worst(FIRST));

        judge(lead, FIRST, 0, best(FIRST), null).expect(200);
        assertThat(effective(review(lead), FIRST)).isEqualTo(best(FIRST));
        judge(controller, FIRST, 0, worst(FIRST), null).expect(200);

        var review = review(lead);
        assertThat(review.path("voices")).hasSize(4);
        assertThat(effective(review, FIRST)).isEqualTo(worst(FIRST));
    }

    @Test
    void assessorsJudgingAtTheSameMomentLoseNothing() throws Exception {
        var voices = new ArrayList<>(List.of(member, lead, controller));
        for (int i = 0; i < 3; i++) {
            voices.add(people.person(on(unit, Role.TPI_MEMBER)));
        }
        var pool = Executors.newFixedThreadPool(12);
        try {
            var calls = new ArrayList<Callable<TestApi.Answer>>();
            for (var voice : voices) {
                calls.add(() -> judge(voice, FIRST, 0, best(FIRST), "satu"));
                calls.add(() -> judge(voice, SECOND, 0, worst(SECOND), "dua"));
            }
            for (var done : pool.invokeAll(calls)) {
                done.get().expect(200);
            }
        } finally {
            pool.shutdownNow();
        }

        var review = review(lead);

        assertThat(review.path("voices")).hasSize(voices.size());
        assertThat(review.path("voices").values().stream().toList())
                .allMatch(it -> it.path("verdicts").size() == 2);
        assertThat(queued(lead).path("judged").asInt()).isEqualTo(2);
    }

    @Test
    void ownVerdictsFromTwoWindowsDoNotOverwriteEachOther() {
        judge(member, FIRST, 0, best(FIRST), "jendela satu").expect(200);

        var refused = judge(member, FIRST, 0, worst(FIRST), "jendela dua");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.problem()).isEqualTo("changed-meanwhile");
        assertThat(refused.json().path("current").path("remark").asString()).isEqualTo("jendela satu");
        judge(member, FIRST, 1, worst(FIRST), "jendela dua").expect(200);
    }

    @Test
    void aLeadSaysWhatAZeroDenominatorIsWorth() {
        var code = aRatioDividedByZero();

        var judged =
                decide(lead, code, 0, "0.5", "Belum ada kewajiban tahun ini").expect(200);

        assertThat(judged.json().path("verdict").path("zeroWorth").asString()).isEqualTo("0.5");
        var zero = LKE.question(code).type();
        var conventional = zero.parse(valueAtZero(code)).numerator();
        var disagreement = review(lead).path("disagreements").path(0);
        assertThat(disagreement.path("code").asString()).isEqualTo(code);
        assertThat(disagreement.path("unit").asString()).isEqualTo(valueAtZero(code));
        assertThat(disagreement.path("cost").asString().startsWith("-")).isEqualTo(conventional == 0);
        assertThat(decide(lead, code, 0, "0.75", "Belum ada kewajiban tahun ini")
                        .status())
                .isEqualTo(412);
        assertThat(decide(lead, code, 1, null, "Seperti instrumen")
                        .expect(200)
                        .json()
                        .path("verdict")
                        .path("zeroWorth")
                        .isNull())
                .isTrue();
        assertThat(review(lead).path("disagreements")).isEmpty();
    }

    @Test
    void theControllersWordOnAZeroDenominatorOutweighsTheLeads() {
        var code = aRatioDividedByZero();
        decide(lead, code, 0, "0.25", "Alasan ketua").expect(200);

        decide(controller, code, 0, "0.75", "Alasan dalnis").expect(200);

        var scores = review(lead).path("scores").path("strict");
        decide(controller, code, 1, null, null).expect(200);
        assertThat(review(lead).path("scores").path("strict")).isNotEqualTo(scores);
    }

    @Test
    void aMemberCannotSayWhatAZeroDenominatorIsWorth() {
        var code = aRatioDividedByZero();

        assertThat(decide(member, code, 0, "0.5", "Alasan").status()).isEqualTo(403);
        decide(member, code, 0, null, "Alasan").expect(200);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0.5, -, catatan",
                "1.01, Alasan, 0 sampai 1",
                "-1, Alasan, 0 sampai 1",
                "NaN, Alasan, 0 sampai 1",
                "1e999, Alasan, 0 sampai 1",
                "0.12345678, Alasan, 6 angka",
            })
    void aZeroDenominatorIsWorthFromZeroToOneAndForAReason(String worth, @Nullable String remark, String reason) {
        var code = aRatioDividedByZero();

        var refused = decide(lead, code, 0, worth, remark);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("invalid-answer");
        assertThat(refused.json().path("reason").asString()).contains(reason);
    }

    @Test
    void onlyAZeroDenominatorIsWorthSomethingElse() {
        var code = aRatio();
        var body = Map.of("value", TestSheets.best(LKE.question(code)), "remark", "Alasan", "zeroWorth", "0.5");

        assertThat(lead.put("/api/assessments/{id}/review/verdicts/{code}", "\"0\"", body, id, code)
                        .json()
                        .path("reason")
                        .asString())
                .contains("pembaginya 0");
        assertThat(lead.put(
                                "/api/assessments/{id}/review/verdicts/{code}",
                                "\"0\"",
                                Map.of("value", best(FIRST), "remark", "Alasan", "zeroWorth", "0.5"),
                                id,
                                FIRST)
                        .status())
                .isEqualTo(400);
        assertThat(lead.put(
                                "/api/assessments/{id}/review/verdicts/{code}",
                                "\"0\"",
                                Map.of("remark", "Alasan", "zeroWorth", "0.5"),
                                id,
                                code)
                        .json()
                        .path("reason")
                        .asString())
                .contains("putusan");
    }

    @Test
    void aVerdictCanBeWithdrawn() {
        judge(member, FIRST, 0, best(FIRST), null).expect(200);

        var withdrawn = member.delete("/api/assessments/{id}/review/verdicts/{code}", id, FIRST)
                .expect(200)
                .json();

        assertThat(withdrawn.path("result").path("judged").asInt()).isZero();
        assertThat(withdrawn.path("verdict").path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void aVerdictMustFitItsQuestion() {
        assertThat(judge(member, FIRST, 0, "Mungkin", null).status()).isEqualTo(400);
        assertThat(judge(member, "Z.9.z", 0, "Ya", null).status()).isEqualTo(404);
        assertThat(stage()).isEqualTo("SUBMITTED");
    }

    @Test
    void agreeingInBulkLeavesWhatWasJudgedAlone() {
        judge(member, FIRST, 0, worst(FIRST), null).expect(200);

        var review = lead.post("/api/assessments/{id}/review/agreement", Map.of(), id)
                .expect(200)
                .json();

        assertThat(effective(review, FIRST)).isEqualTo(worst(FIRST));
        assertThat(effective(review, SECOND)).isEqualTo(best(SECOND));
        assertThat(review.path("judged").asInt()).isEqualTo(2);
    }

    @Test
    void agreeingOnNamedQuestionsSpeaksWithOnesOwnVoice() {
        judge(member, FIRST, 0, worst(FIRST), null).expect(200);

        var review = lead.post("/api/assessments/{id}/review/agreement", Map.of("codes", List.of(FIRST)), id)
                .expect(200)
                .json();

        assertThat(effective(review, FIRST)).isEqualTo(best(FIRST));
        assertThat(review.path("judged").asInt()).isEqualTo(1);
    }

    @Test
    void acceptingNeedsAVerdictOnEveryAnswer() {
        judge(member, FIRST, 0, best(FIRST), null).expect(200);

        var refused = lead.post("/api/assessments/{id}/review/acceptance", Map.of(), id);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("not-judged-completely");
        assertThat(refused.json().path("codes").path(0).asString()).isEqualTo(SECOND);
    }

    @Test
    void sendingBackNeedsAMarkOrAMessage() {
        var refused = lead.post("/api/assessments/{id}/review/return", Map.of(), id);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("nothing-to-return");
        assertThat(lead.post("/api/assessments/{id}/review/return", Map.of("message", "x", "due", "2020-01-01"), id)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theWholePathFromDraftToClosedAndBack() {
        // The assessors do not agree on one question and send it back.
        judge(member, FIRST, 0, worst(FIRST), "SK belum ditandatangani").expect(200);
        judge(member, SECOND, 0, best(SECOND), null).expect(200);
        mark(member, FIRST, "Lampirkan SK yang ditandatangani").expect(200);
        assertThat(coordinator.get("/api/assessments/{id}/review", id).status()).isEqualTo(409);
        lead.post("/api/assessments/{id}/review/return", Map.of("due", "2030-03-09"), id)
                .expect(200);

        // The unit sees why, and may change that question only.
        var returned = coordinator.get("/api/assessments/{id}", id).expect(200).json();
        assertThat(returned.path("stage").asString()).isEqualTo("RETURNED");
        assertThat(returned.path("openCodes")).hasSize(1);
        assertThat(returned.path("returned").path(0).path("reason").asString())
                .isEqualTo("Lampirkan SK yang ditandatangani");
        assertThat(returned.path("due").asString()).isEqualTo("2030-03-09");
        assertThat(review(coordinator).path("voices").path(0).path("verdicts")).hasSize(2);
        assertThat(answer(SECOND, worst(SECOND)).problem()).isEqualTo("question-locked");
        assertThat(judge(member, FIRST, 1, best(FIRST), null).status()).isEqualTo(409);
        answer(FIRST, worst(FIRST)).expect(200);
        submit();

        // What was said about the old answer no longer counts.
        var again = review(lead);
        assertThat(again.path("notJudged").path(0).asString()).isEqualTo(FIRST);
        assertThat(again.path("judged").asInt()).isEqualTo(1);
        assertThat(again.path("marks")).isEmpty();
        var stale = verdict(again, FIRST);
        assertThat(stale.path("stale").asBoolean()).isTrue();
        assertThat(stale.path("judgedAnswer").asString()).isEqualTo(best(FIRST));
        assertThat(lead.post("/api/assessments/{id}/review/acceptance", Map.of(), id)
                        .status())
                .isEqualTo(409);

        // Judged again, accepted, closed.
        judge(lead, FIRST, 0, worst(FIRST), null).expect(200);
        lead.post("/api/assessments/{id}/review/acceptance", Map.of(), id).expect(200);
        assertThat(judge(member, SECOND, 1, worst(SECOND), null).status()).isEqualTo(409);
        review(coordinator);
        controller.post("/api/assessments/{id}/review/closing", Map.of(), id).expect(200);

        // And taken up again with a reason.
        assertThat(controller
                        .post("/api/assessments/{id}/review/reopening", Map.of("reason", " "), id)
                        .status())
                .isEqualTo(400);
        controller
                .post("/api/assessments/{id}/review/reopening", Map.of("reason", "Ada temuan baru"), id)
                .expect(200);
        var history = coordinator.get("/api/assessments/{id}", id).json().path("history");
        assertThat(history.values().stream().map(it -> it.path("to").asString()).toList())
                .containsExactly(
                        "DRAFT",
                        "SUBMITTED",
                        "UNDER_REVIEW",
                        "RETURNED",
                        "SUBMITTED",
                        "UNDER_REVIEW",
                        "ACCEPTED",
                        "CLOSED",
                        "UNDER_REVIEW");
    }

    @Test
    void ofTwoWhoCloseAtTheSameMomentOneWins() throws Exception {
        lead.post("/api/assessments/{id}/review/agreement", Map.of(), id).expect(200);
        lead.post("/api/assessments/{id}/review/acceptance", Map.of(), id).expect(200);
        var pool = Executors.newFixedThreadPool(2);
        var answers = new ArrayList<TestApi.Answer>();
        try {
            List<Callable<TestApi.Answer>> both = List.of(
                    () -> lead.post("/api/assessments/{id}/review/closing", Map.of(), id),
                    () -> controller.post("/api/assessments/{id}/review/closing", Map.of(), id));
            for (var done : pool.invokeAll(both)) {
                answers.add(done.get());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(answers).extracting(TestApi.Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(answers).extracting(TestApi.Answer::problem).contains("not-in-this-stage");
    }

    @Test
    void membersJudgeButDoNotDecide() {
        lead.post("/api/assessments/{id}/review/agreement", Map.of(), id).expect(200);

        for (var step : List.of("return", "acceptance", "closing", "reopening")) {
            assertThat(member.post("/api/assessments/{id}/review/" + step, Map.of("message", "x", "reason", "x"), id)
                            .status())
                    .as(step)
                    .isEqualTo(403);
        }
    }

    @Test
    void theUnitNeitherJudgesNorDecides() {
        var admin = people.administrator();

        for (var who : List.of(coordinator, admin)) {
            assertThat(judge(who, FIRST, 0, best(FIRST), null).status()).isEqualTo(403);
            assertThat(mark(who, FIRST, "x").status()).isEqualTo(403);
            assertThat(who.delete("/api/assessments/{id}/review/marks/{code}", id, FIRST)
                            .status())
                    .isEqualTo(403);
            assertThat(who.delete("/api/assessments/{id}/review/verdicts/{code}", id, FIRST)
                            .status())
                    .isEqualTo(403);
            for (var step : List.of("agreement", "return", "acceptance", "closing")) {
                assertThat(who.post("/api/assessments/{id}/review/" + step, Map.of("message", "x"), id)
                                .status())
                        .as(step)
                        .isEqualTo(403);
            }
        }
        assertThat(coordinator.get("/api/reviews").status()).isEqualTo(403);
    }

    @Test
    void assessorsOfOtherUnitsFindNothing() {
        var stranger = people.person(on(people.unit(), Role.TPI_LEAD));

        assertThat(stranger.get("/api/assessments/{id}/review", id).status()).isEqualTo(404);
        assertThat(judge(stranger, FIRST, 0, best(FIRST), null).status()).isEqualTo(404);
        for (var step : List.of("agreement", "return", "acceptance", "closing", "reopening")) {
            assertThat(stranger.post("/api/assessments/{id}/review/" + step, Map.of("reason", "x"), id)
                            .status())
                    .as(step)
                    .isEqualTo(404);
        }
        assertThat(stranger.get("/api/reviews").expect(200).json().path("items"))
                .isEmpty();
    }

    @Test
    void nobodyJudgesTheirOwnUnit() {
        var ownLead = people.person(unit, everywhere(Role.TPI_LEAD));

        assertThat(judge(ownLead, FIRST, 0, best(FIRST), null).status()).isIn(403, 404);
        assertThat(ownLead.get("/api/reviews").json().path("items").values().stream()
                        .map(it -> it.path("assessmentId").asString()))
                .doesNotContain(id.toString());
    }

    @Test
    void nothingIsJudgedBeforeItIsSubmitted() {
        var draft = UUID.fromString(coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", people.period(TestSheets.LKE)))
                .json()
                .path("id")
                .asString());

        var refused = lead.post("/api/assessments/{id}/review/agreement", Map.of(), draft);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("not-in-this-stage");
    }

    @Test
    void theQueueTellsWhatWaitsAndHowFarItIs() {
        judge(member, FIRST, 0, best(FIRST), null).expect(200);

        var item = queued(lead);

        assertThat(item.path("stage").asString()).isEqualTo("UNDER_REVIEW");
        assertThat(item.path("judged").asInt()).isEqualTo(1);
        assertThat(item.path("total").asInt()).isEqualTo(2);
        assertThat(item.path("myRoles").path(0).asString()).isEqualTo("TPI_LEAD");
        assertThat(item.path("tpi").path("strict").asString())
                .isEqualTo(
                        review(lead).path("scores").path("strict").path("TOTAL").asString());
        assertThat(lead.get("/api/reviews?stage=CLOSED").json().path("items")).isEmpty();
    }

    @Test
    void theScoresOfTheVerdictsExplainThemselves() {
        judge(member, FIRST, 0, best(FIRST), null).expect(200);
        judge(lead, FIRST, 0, worst(FIRST), "Tidak ada SK").expect(200);

        var body = lead.get("/api/assessments/{id}/review/explanation?node={node}", id, FIRST)
                .expect(200)
                .json();

        assertThat(body.path("voice").asString()).isEqualTo("TPI");
        var input = body.path("inputs").path(0);
        assertThat(input.path("value").asString()).isEqualTo(worst(FIRST));
        assertThat(input.path("capacity").asString()).isEqualTo("LEAD");
        assertThat(input.path("note").asString()).isEqualTo("Tidak ada SK");
        assertThat(input.path("by").path("id").asString())
                .isEqualTo(lead.personId().toString());
        var total = lead.get("/api/assessments/{id}/review/explanation?node=TOTAL", id)
                .expect(200)
                .json();
        for (var view : List.of("official", "strict", "best")) {
            assertThat(total.path("views").path(view).path("points").asString())
                    .isEqualTo(
                            review(lead).path("scores").path(view).path("TOTAL").asString());
        }
    }

    @Test
    void theUnitReadsTheAssessorsReckoningOnlyAfterTheyAreDone() {
        judge(lead, FIRST, 0, best(FIRST), null).expect(200);
        var address = "/api/assessments/{id}/review/explanation?node=TOTAL";

        var early = coordinator.get(address, id);
        judge(lead, SECOND, 0, best(SECOND), null).expect(200);
        lead.post("/api/assessments/{id}/review/acceptance", null, id).expect(200);

        assertThat(early.problem()).isEqualTo("not-in-this-stage");
        coordinator.get(address, id).expect(200);
        assertThat(people.person(on(people.unit(), Role.TPI_LEAD))
                        .get(address, id)
                        .status())
                .isEqualTo(404);
    }

    private JsonNode queued(TestApi who) {
        return who.get("/api/reviews").expect(200).json().path("items").values().stream()
                .filter(it -> it.path("assessmentId").asString().equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private TestApi.Answer answer(String code, String value) {
        var answers = coordinator.get("/api/assessments/{id}", id).json().path("answers");
        var revision = answers.values().stream()
                .filter(it -> it.path("code").asString().equals(code))
                .mapToLong(it -> it.path("revision").asLong())
                .findFirst()
                .orElse(0);
        return coordinator.put(
                "/api/assessments/{id}/answers/{code}", "\"" + revision + "\"", Map.of("value", value), id, code);
    }

    private void submit() {
        coordinator
                .post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), id)
                .expect(200);
    }

    private TestApi.Answer judge(
            TestApi who, String code, long revision, @Nullable String value, @Nullable String remark) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("value", value);
        body.put("remark", remark);
        return who.put("/api/assessments/{id}/review/verdicts/{code}", "\"" + revision + "\"", body, id, code);
    }

    /** A ratio that the unit answered with counts that divide by zero; the sheet is submitted again. */
    private String aRatioDividedByZero() {
        var code = aRatio();
        lead.post("/api/assessments/{id}/review/return", Map.of("message", "Lengkapi"), id)
                .expect(200);
        answer(code, valueAtZero(code)).expect(200);
        submit();
        return code;
    }

    private static String aRatio() {
        return LKE.questions().stream()
                .filter(it -> it.type() instanceof RatioType)
                .map(Question::code)
                .findFirst()
                .orElseThrow();
    }

    private static String valueAtZero(String code) {
        return LKE.question(code).type().counts().keySet().stream()
                .map(it -> it + "=0")
                .collect(joining(";"));
    }

    private TestApi.Answer decide(
            TestApi who, String code, long revision, @Nullable String worth, @Nullable String remark) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("value", valueAtZero(code));
        body.put("remark", remark);
        body.put("zeroWorth", worth);
        return who.put("/api/assessments/{id}/review/verdicts/{code}", "\"" + revision + "\"", body, id, code);
    }

    private TestApi.Answer mark(TestApi who, String code, String reason) {
        return who.put("/api/assessments/{id}/review/marks/{code}", null, Map.of("reason", reason), id, code);
    }

    private JsonNode review(TestApi who) {
        return who.get("/api/assessments/{id}/review", id).expect(200).json();
    }

    private String stage() {
        return coordinator.get("/api/assessments/{id}", id).json().path("stage").asString();
    }

    private static JsonNode verdict(JsonNode review, String code) {
        return review.path("voices").values().stream()
                .flatMap(it -> it.path("verdicts").values().stream())
                .filter(it -> it.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String effective(JsonNode review, String code) {
        return valueOf(review.path("effective"), code);
    }

    private static String valueOf(JsonNode items, String code) {
        var values = new LinkedHashMap<String, String>();
        items.values()
                .forEach(it ->
                        values.put(it.path("code").asString(), it.path("value").asString("")));
        return values.getOrDefault(code, "");
    }

    private static String best(String code) {
        return TestSheets.best(LKE.question(code));
    }

    private static String worst(String code) {
        return TestSheets.worst(LKE.question(code));
    }
}
