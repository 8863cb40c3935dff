package id.zitrack.assessment;

import static id.zitrack.TestPeople.on;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import id.zitrack.catalog.TestInstruments;
import id.zitrack.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
@Import(TestInstruments.class)
class MovingToInstrumentTest {
    private static final String OLD = "uji-pindah";
    private static final String NEW = "uji-pindah@2";

    private static final String YAML = """
            schema: 1
            id: uji-pindah
            version: "1"
            title: Uji pindah
            regulation: {name: Uji, year: 2026, sources: [Uji]}
            answerTypes:
              yes-no: {kind: choice, choices: [{value: Ya, score: "1"}, {value: Tidak, score: "0"}]}
              a-c: {kind: choice, choices: [{value: A, score: "1"}, {value: B, score: "0.5"}, {value: C, score: "0"}]}
            tree:
              - code: A
                label: Proses
                weight: "100"
                rule: sum
                questions:
                  - {code: A.1, label: Tetap, type: yes-no, weight: "25"}
                  - {code: A.2, label: Diubah, type: a-c, weight: "25"}
                  - {code: A.3, label: Ganti jenis, type: a-c, weight: "25"}
                  - {code: A.4, label: Dihapus, type: yes-no, weight: "25"}
            files: []
            areas: [{code: proses, label: Proses, nodes: [A]}]
            gates:
              wbk: [{id: total, label: Total, measure: {points: [TOTAL]}, atLeast: "70"}]
              wbbm: []
            preconditions: {wbk: [], wbbm: []}
            examples: [{id: satu, title: Satu, answers: {A.1: Ya}, expect: {view: strict, scores: {TOTAL: "%s"}}}]
            """;

    private static final String FIRST = YAML.formatted("25");
    private static final String SECOND = YAML.formatted("40")
            .replace("version: \"1\"", "version: \"2\"")
            .replace("label: Tetap, type: yes-no, weight: \"25\"", "label: Tetap, type: yes-no, weight: \"40\"")
            .replace("label: Diubah, type: a-c, weight: \"25\"", "label: Diubah sedikit, type: a-c, weight: \"25\"")
            .replace(
                    "label: Ganti jenis, type: a-c, weight: \"25\"", "label: Ganti jenis, type: yes-no, weight: \"25\"")
            .replace(
                    "code: A.4, label: Dihapus, type: yes-no, weight: \"25\"",
                    "code: A.5, label: Baru, type: yes-no, weight: \"10\"");

    @Autowired
    private TestPeople people;

    @Autowired
    private TestInstruments instruments;

    private UUID unit;
    private TestApi admin;
    private TestApi coordinator;
    private UUID id;

    @BeforeEach
    void aFilledSheetOnTheFirstVersion() {
        instruments.publish(FIRST);
        instruments.publish(SECOND);
        unit = people.unit();
        admin = people.administrator();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        id = begin(people.period(OLD));
        answer("A.1", "Ya");
        answer("A.2", "A");
        answer("A.3", "B");
        answer("A.4", "Ya");
    }

    @Test
    void theMoveIsShownBeforeAnythingHappens() {
        var preview = preview(NEW);

        assertThat(codes(preview.path("kept"))).containsExactly("A.1", "A.2");
        assertThat(fields(preview.path("kept").path(0))).containsExactly("bobot");
        assertThat(fields(preview.path("kept").path(1))).containsExactly("nama");
        assertThat(codes(preview.path("lost"))).containsExactly("A.4", "A.3");
        assertThat(preview.path("lost").path(0).path("reason").asString()).isEqualTo("QUESTION_GONE");
        assertThat(preview.path("lost").path(0).path("value").asString()).isEqualTo("Ya");
        assertThat(preview.path("lost").path(1).path("reason").asString()).isEqualTo("DOES_NOT_FIT");
        assertThat(codes(preview.path("added"))).containsExactly("A.5");
        assertThat(preview.path("before").path("scores").path("strict").asString())
                .isEqualTo("87.500000");
        assertThat(preview.path("after").path("scores").path("strict").asString())
                .isEqualTo("65.000000");
        assertThat(met(preview.path("before"))).isTrue();
        assertThat(met(preview.path("after"))).isFalse();
        assertThat(preview.path("from").path("hash").asString())
                .hasSize(64)
                .isNotEqualTo(preview.path("to").path("hash").asString());
        assertThat(sheet().path("instrument").path("version").asString()).isEqualTo("1");
    }

    @Test
    void theMoveDoesWhatWasShownAndTellsItInTheHistory() {
        var preview = preview(NEW);

        move(preview).expect(200);

        var moved = sheet();
        assertThat(moved.path("instrument").path("version").asString()).isEqualTo("2");
        assertThat(moved.path("instrument").path("hash").asString())
                .isEqualTo(preview.path("to").path("hash").asString());
        assertThat(moved.path("scores").path("strict").path("TOTAL").asString()).isEqualTo("65.000000");
        assertThat(answerTo(moved, "A.1").path("by").path("id").asString())
                .isEqualTo(coordinator.personId().toString());
        assertThat(answerTo(moved, "A.3").path("value").isNull()).isTrue();
        assertThat(answerTo(moved, "A.4").isMissingNode()).isTrue();
        var step = moved.path("history").path(1);
        assertThat(step.path("reason").asString())
                .isEqualTo("Dipindahkan dari uji-pindah@1 ke uji-pindah@2; 2 jawaban tidak terbawa");
        assertThat(step.path("from").asString())
                .isEqualTo(step.path("to").asString())
                .isEqualTo("DRAFT");
        var past =
                coordinator.get("/api/assessments/{id}/moves", id).expect(200).json();
        assertThat(codes(past.path(0).path("lost"))).containsExactly("A.4", "A.3");
        assertThat(past.path(0).path("lost").path(0).path("by").path("id").asString())
                .isEqualTo(coordinator.personId().toString());
        assertThat(past.path(0).path("by").path("id").asString())
                .isEqualTo(admin.personId().toString());
        assertThat(past.path(0).path("from").path("hash").asString())
                .isEqualTo(preview.path("from").path("hash").asString());
    }

    @Test
    void whatALostAnswerSaidComesBackWhenTheSheetMovesBack() {
        move(preview(NEW)).expect(200);
        answer("A.5", "Ya");

        var back = preview("uji-pindah@1");
        move(back).expect(200);

        assertThat(codes(back.path("restored"))).containsExactlyInAnyOrder("A.3", "A.4");
        assertThat(codes(back.path("lost"))).containsExactly("A.5");
        var sheet = sheet();
        assertThat(sheet.path("scores").path("strict").path("TOTAL").asString()).isEqualTo("87.500000");
        assertThat(answerTo(sheet, "A.3").path("value").asString()).isEqualTo("B");
        assertThat(answerTo(sheet, "A.3").path("by").path("id").asString())
                .isEqualTo(coordinator.personId().toString());
    }

    @Test
    void whatTheUnitAnsweredMeanwhileIsNotOverwrittenByWhatComesBack() {
        move(preview(NEW)).expect(200);
        move(preview("uji-pindah@1")).expect(200);
        move(preview(NEW)).expect(200);
        assertThat(answerTo(sheet(), "A.2").path("value").asString()).isEqualTo("A");
        answer("A.2", "C");

        move(preview("uji-pindah@1")).expect(200);

        assertThat(answerTo(sheet(), "A.2").path("value").asString()).isEqualTo("C");
    }

    @Test
    void anAnswerSinceThePreviewStopsTheMoveAndShowsWhatItWouldDoNow() {
        var preview = preview(NEW);
        answer("A.2", "B");

        var refused = move(preview);

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.problem()).isEqualTo("changed-meanwhile");
        assertThat(refused.json()
                        .path("current")
                        .path("after")
                        .path("scores")
                        .path("strict")
                        .asString())
                .isEqualTo("52.500000");
        assertThat(sheet().path("instrument").path("version").asString()).isEqualTo("1");
        move(refused.json().path("current")).expect(200);
    }

    @Test
    void anotherContentThanWasShownStopsTheMove() {
        var preview = preview(NEW);

        var refused = admin.post(
                "/api/assessments/{id}/move",
                Map.of(
                        "to",
                        NEW,
                        "hash",
                        "0".repeat(64),
                        "revision",
                        preview.path("revision").asLong()),
                id);

        assertThat(refused.problem()).isEqualTo("changed-meanwhile");
    }

    @Test
    void aWindowThatStillShowsTheOldAnswerCannotWriteOverTheBlank() {
        move(preview(NEW)).expect(200);

        var late = coordinator.put("/api/assessments/{id}/answers/{code}", "\"1\"", Map.of("value", "Ya"), id, "A.3");

        assertThat(late.problem()).isEqualTo("answer-changed");
    }

    @Test
    void onlyAdministratorsMoveAndOnlyWhileTheUnitHasTheSheet() {
        assertThat(coordinator.get("/api/assessments/{id}/move?to=" + NEW, id).status())
                .isEqualTo(403);
        assertThat(people.person(on(people.unit(), Role.UNIT_COORDINATOR))
                        .get("/api/assessments/{id}/move?to=" + NEW, id)
                        .status())
                .isEqualTo(404);
        var preview = preview(NEW);
        coordinator
                .post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), id)
                .expect(200);

        assertThat(admin.get("/api/assessments/{id}/move?to=" + NEW, id).problem())
                .isEqualTo("not-in-this-stage");
        assertThat(move(preview).problem()).isEqualTo("not-in-this-stage");
    }

    @Test
    void whereItIsAlreadyAndWhatIsNotPublishedAreNoTargets() {
        assertThat(admin.get("/api/assessments/{id}/move?to=uji-pindah@1", id).problem())
                .isEqualTo("already-on-instrument");
        assertThat(admin.get("/api/assessments/{id}/move?to=uji-pindah@9", id).status())
                .isEqualTo(404);
        assertThat(admin.get("/api/assessments/{id}/move?to=uji-pindah", id).status())
                .isEqualTo(404);
    }

    @Test
    void evidenceAndVerdictsThatWouldNotCountAreNamedAndCountAgainAfterMovingBack() {
        var evidence = coordinator
                .upload(
                        "/api/evidence?unit=" + unit + "&fileName=a.txt",
                        ("bukti " + id).getBytes(StandardCharsets.UTF_8))
                .json()
                .path("id")
                .asString();
        for (var code : List.of("A.1", "A.4")) {
            coordinator
                    .put("/api/evidence/{e}/links/{a}/{c}", null, Map.of(), evidence, id, code)
                    .expect(200);
        }
        var lead = people.person(on(unit, Role.TPI_LEAD));
        coordinator.post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), id);
        lead.post("/api/assessments/{id}/review/agreement", Map.of(), id).expect(200);
        lead.post("/api/assessments/{id}/review/return", Map.of("message", "Perbaiki"), id)
                .expect(200);

        var preview = preview(NEW);
        move(preview).expect(200);

        assertThat(codes(preview.path("evidence"))).containsExactly("A.4");
        assertThat(codes(preview.path("verdicts"))).containsExactly("A.3", "A.4");
        var review = lead.get("/api/assessments/{id}/review", id).expect(200).json();
        assertThat(codes(review.path("effective"))).containsExactly("A.1", "A.2");
        move(preview("uji-pindah@1")).expect(200);
        assertThat(codes(lead.get("/api/assessments/{id}/review", id).json().path("effective")))
                .containsExactly("A.1", "A.2", "A.3", "A.4");
    }

    @Test
    void ofASheetSentBackOnlyInPartWhatTheMoveLeavesOpenIsOpenToo() {
        var lead = people.person(on(unit, Role.TPI_LEAD));
        coordinator.post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), id);
        lead.post("/api/assessments/{id}/review/agreement", Map.of(), id).expect(200);
        for (var code : List.of("A.2", "A.4")) {
            lead.put("/api/assessments/{id}/review/marks/{c}", null, Map.of("reason", "Lengkapi"), id, code)
                    .expect(200);
        }
        lead.post("/api/assessments/{id}/review/return", Map.of(), id).expect(200);

        move(preview(NEW)).expect(200);

        assertThat(sheet().path("openCodes").values().stream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("A.2", "A.3", "A.5");
        answer("A.5", "Ya");
    }

    @Test
    void ofManyWhoMoveAtTheSameMomentOneDoes() {
        var preview = preview(NEW);

        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(it -> move(preview).status())
                .toList();

        assertThat(answers).containsOnlyOnce(200);
        assertThat(coordinator.get("/api/assessments/{id}/moves", id).json()).hasSize(1);
    }

    private UUID begin(UUID period) {
        return UUID.fromString(coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", period))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    private void answer(String code, String value) {
        var known = answerTo(sheet(), code).path("revision").asLong(0);
        coordinator
                .put(
                        "/api/assessments/{id}/answers/{code}",
                        "\"" + known + "\"",
                        new HashMap<>(Map.of("value", value)),
                        id,
                        code)
                .expect(200);
    }

    private JsonNode sheet() {
        return coordinator.get("/api/assessments/{id}", id).expect(200).json();
    }

    private JsonNode preview(String to) {
        return admin.get("/api/assessments/{id}/move?to=" + to, id).expect(200).json();
    }

    private TestApi.Answer move(JsonNode preview) {
        var to = preview.path("to");
        return admin.post(
                "/api/assessments/{id}/move",
                Map.of(
                        "to",
                                to.path("id").asString() + "@"
                                        + to.path("version").asString(),
                        "hash", to.path("hash").asString(),
                        "revision", preview.path("revision").asLong()),
                id);
    }

    private static boolean met(JsonNode state) {
        return state.path("gates").path("wbk").path(0).path("met").asBoolean();
    }

    private static List<String> codes(JsonNode items) {
        return items.values().stream().map(it -> it.path("code").asString()).toList();
    }

    private static List<String> fields(JsonNode kept) {
        return kept.path("changes").values().stream()
                .map(it -> it.path("field").asString())
                .toList();
    }

    private static JsonNode answerTo(JsonNode sheet, String code) {
        return sheet.path("answers").values().stream()
                .filter(it -> it.path("code").asString().equals(code))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }
}
