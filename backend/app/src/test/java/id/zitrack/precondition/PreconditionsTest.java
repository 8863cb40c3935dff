package id.zitrack.precondition;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.TestSheets;
import id.zitrack.ZiTrackTest;
import id.zitrack.catalog.TestInstruments;
import id.zitrack.identity.Role;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Precondition;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
@Import(TestInstruments.class)
class PreconditionsTest {
    private static final Instrument LKE = TestSheets.instrument(TestSheets.LKE);
    private static final Precondition CHOICE = first(Precondition.Scope.INSTITUTION, Precondition.Kind.CHOICE);
    private static final Precondition YES_NO = first(Precondition.Scope.UNIT, Precondition.Kind.YES_NO);
    private static final String TERMS = "/api/periods/{p}/preconditions";
    private static final String OF_INSTITUTION = TERMS + "/institution/{id}";
    private static final String OF_UNIT = TERMS + "/units/{u}/{id}";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestInstruments instruments;

    private TestApi admin;
    private UUID unit;
    private UUID period;

    @BeforeEach
    void aPeriod() {
        admin = people.administrator();
        unit = people.unit();
        period = people.period(TestSheets.LKE);
    }

    @Test
    void whatIsAskedComesFromTheInstrumentUntilTheYearSaysOtherwise() {
        var asked = admin.get(TERMS, period).expect(200);

        assertThat(asked.json().path("wbk"))
                .hasSize(LKE.preconditions(Award.WBK).size())
                .allMatch(it -> it.path("asked").asBoolean());
        assertThat(find(asked.json().path("wbk"), CHOICE.id()).path("accepted").values().stream()
                        .map(JsonNode::asString))
                .containsExactlyElementsOf(CHOICE.accepted());
        assertThat(find(asked.json().path("wbk"), YES_NO.id()).path("scope").asString())
                .isEqualTo("unit");
        assertThat(asked.etag()).isEqualTo("\"0\"");
    }

    @Test
    void aYearMayAcceptMoreAndAskLess() {
        var other = notAccepted(CHOICE);
        record(OF_INSTITUTION, 0, Map.of("value", other), period, CHOICE.id()).expect(200);
        assertThat(judged(CHOICE).path("met").asBoolean(true)).isFalse();

        admin.put(
                        TERMS,
                        "\"0\"",
                        Map.of(
                                "wbk",
                                Map.of(
                                        CHOICE.id(), Map.of("asked", true, "accepted", List.of(other)),
                                        YES_NO.id(), Map.of("asked", false))),
                        period)
                .expect(200);

        assertThat(judged(CHOICE).path("met").asBoolean()).isTrue();
        assertThat(judged(CHOICE).path("required").asString()).isEqualTo(other);
        assertThat(judged(YES_NO).isMissingNode()).isTrue();
        var otherPeriod = people.period(TestSheets.LKE);
        assertThat(find(admin.get(TERMS, otherPeriod).json().path("wbk"), YES_NO.id())
                        .path("asked")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void termsThatTheInstrumentDoesNotKnowAreRefused() {
        var refused = admin.put(
                TERMS,
                "\"0\"",
                Map.of(
                        "wbk",
                        Map.of(
                                "tidak-ada",
                                Map.of("asked", false),
                                CHOICE.id(),
                                Map.of("asked", true, "accepted", List.of("Bukan pilihan")),
                                YES_NO.id(),
                                Map.of("asked", true, "accepted", List.of("Ya")))),
                period);

        assertThat(refused.problem()).isEqualTo("invalid-request");
        assertThat(refused.json().path("errors")).hasSize(3);
        assertThat(admin.put(
                                TERMS,
                                "\"0\"",
                                Map.of("wbk", Map.of(CHOICE.id(), Map.of("asked", true, "accepted", List.of()))),
                                period)
                        .problem())
                .isEqualTo("invalid-request");
    }

    @Test
    void termsChangedMeanwhileAreShown() {
        admin.put(TERMS, "\"0\"", Map.of("wbk", Map.of(YES_NO.id(), Map.of("asked", false))), period)
                .expect(200);

        var late = admin.put(TERMS, "\"0\"", Map.of("wbk", Map.of()), period);

        assertThat(late.problem()).isEqualTo("changed-meanwhile");
        assertThat(find(late.json().path("current").path("wbk"), YES_NO.id())
                        .path("asked")
                        .asBoolean(true))
                .isFalse();
        assertThat(admin.put(TERMS, null, Map.of(), period).problem()).isEqualTo("if-match-required");
    }

    @Test
    void whatIsRecordedIsJudgedInWords() {
        assertThat(judged(CHOICE).path("met").isNull()).isTrue();
        assertThat(judged(CHOICE).path("missing").asString()).isEqualTo("belum dicatat");

        var recorded = record(
                        OF_INSTITUTION,
                        0,
                        Map.of(
                                "value",
                                CHOICE.accepted().get(0),
                                "number",
                                "12/LHP/2026",
                                "date",
                                "2026-05-20",
                                "note",
                                "Situs resmi"),
                        period,
                        CHOICE.id())
                .expect(200);

        assertThat(recorded.etag()).isEqualTo("\"1\"");
        var judged = judged(CHOICE);
        assertThat(judged.path("met").asBoolean()).isTrue();
        assertThat(judged.path("missing").isNull()).isTrue();
        assertThat(judged.path("number").asString()).isEqualTo("12/LHP/2026");
        assertThat(judged.path("by").asString()).isEqualTo("Admin Uji");
    }

    @Test
    void whatHoldsForTheInstitutionHoldsForEveryUnitAndTheRestForOne() {
        var other = people.unit();
        record(OF_INSTITUTION, 0, Map.of("value", CHOICE.accepted().get(0)), period, CHOICE.id())
                .expect(200);
        record(OF_UNIT, 0, Map.of("value", "Ya"), period, unit, YES_NO.id()).expect(200);

        assertThat(judged(other, CHOICE).path("met").asBoolean()).isTrue();
        assertThat(judged(other, YES_NO).path("met").isNull()).isTrue();
        assertThat(judged(unit, YES_NO).path("met").asBoolean()).isTrue();
        assertThat(record(OF_INSTITUTION, 0, Map.of("value", "Ya"), period, YES_NO.id())
                        .status())
                .isEqualTo(404);
        assertThat(record(OF_UNIT, 0, Map.of("value", "WTP"), period, unit, CHOICE.id())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void earlierStatementsStay() {
        record(OF_UNIT, 0, Map.of("value", "Ya", "note", "keliru"), period, unit, YES_NO.id())
                .expect(200);
        record(OF_UNIT, 1, Map.of("value", "Tidak"), period, unit, YES_NO.id()).expect(200);
        record(OF_UNIT, 2, none(), period, unit, YES_NO.id()).expect(200);

        var found = admin.get(OF_UNIT, period, unit, YES_NO.id()).expect(200);

        assertThat(found.json().path("current").path("value").isNull()).isTrue();
        assertThat(found.json().path("history").values().stream()
                        .map(it -> it.path("value").asString("–")))
                .containsExactly("–", "Tidak", "Ya");
        assertThat(found.json().path("history").path(2).path("note").asString()).isEqualTo("keliru");
        assertThat(judged(YES_NO).path("met").isNull()).isTrue();
    }

    @Test
    void ofTwoWhoRecordTheSameOneIsShownWhatTheOtherRecorded() {
        record(OF_UNIT, 0, Map.of("value", "Ya"), period, unit, YES_NO.id()).expect(200);

        var late = record(OF_UNIT, 0, Map.of("value", "Tidak"), period, unit, YES_NO.id());

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().path("current").path("value").asString()).isEqualTo("Ya");
        assertThat(record(OF_UNIT, 0, Map.of("value", "Ya"), period, unit, YES_NO.id())
                        .etag())
                .as("a repeated request whose reply was lost")
                .isEqualTo("\"1\"");
        assertThat(admin.put(OF_UNIT, null, Map.of("value", "Ya"), period, unit, YES_NO.id())
                        .problem())
                .isEqualTo("if-match-required");
    }

    @Test
    void peopleWhoRecordDifferentPreconditionsOfAUnitDoNotDisturbEachOther() {
        var ids = LKE.preconditions(Award.WBBM).stream()
                .filter(it -> it.scope() == Precondition.Scope.UNIT)
                .map(Precondition::id)
                .toList();

        var answers = ids.parallelStream()
                .map(it -> record(OF_UNIT, 0, Map.of("value", "Ya"), period, unit, it)
                        .status())
                .toList();

        assertThat(answers).containsOnly(200);
        var records = admin.get(TERMS + "/records", period).expect(200).json();
        assertThat(ofUnit(records, unit).path("records")).hasSize(ids.size());
    }

    @Test
    void ofManyWhoRecordTheSameAtTheSameMomentOneWins() {
        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(it -> record(
                                OF_INSTITUTION,
                                0,
                                Map.of("value", CHOICE.choices().get(0), "note", "orang " + it),
                                period,
                                CHOICE.id())
                        .status())
                .toList();

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void whatCannotBeChosenIsRefused() {
        assertThat(record(OF_INSTITUTION, 0, Map.of("value", "Baik"), period, CHOICE.id())
                        .problem())
                .isEqualTo("invalid-request");
        assertThat(record(OF_UNIT, 0, Map.of("value", "ya"), period, unit, YES_NO.id())
                        .problem())
                .isEqualTo("invalid-request");
        assertThat(record(OF_UNIT, 0, Map.of("value", "Ya", "fulfilled", true), period, unit, YES_NO.id())
                        .problem())
                .isEqualTo("invalid-request");
        assertThat(record(OF_UNIT, 0, Map.of("value", "Ya"), period, unit, "tidak-ada")
                        .status())
                .isEqualTo(404);
        assertThat(record(OF_UNIT, 0, Map.of("value", "Ya"), UUID.randomUUID(), unit, YES_NO.id())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyEvidenceOfTheUnitProvesAUnit() {
        var own = evidence(unit);
        var foreign = evidence(people.unit());

        assertThat(record(OF_UNIT, 0, Map.of("value", "Ya", "evidenceId", foreign), period, unit, YES_NO.id())
                        .json()
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("evidenceId");
        assertThat(record(OF_UNIT, 0, Map.of("value", "Ya", "evidenceId", UUID.randomUUID()), period, unit, YES_NO.id())
                        .problem())
                .isEqualTo("invalid-request");
        record(OF_UNIT, 0, Map.of("value", "Ya", "evidenceId", own), period, unit, YES_NO.id())
                .expect(200);
        record(OF_INSTITUTION, 0, Map.of("value", CHOICE.choices().get(0), "evidenceId", foreign), period, CHOICE.id())
                .expect(200);
        assertThat(judged(YES_NO).path("evidenceId").asString()).isEqualTo(own);
    }

    @Test
    void whereTheInstrumentLeavesItToPeopleTheyMustSay() {
        instruments.publish("""
                schema: 1
                id: uji-prasyarat
                version: "1"
                title: Uji prasyarat
                regulation: {name: Uji, year: 2026, sources: [Uji]}
                answerTypes: {yes-no: {kind: choice, choices: [{value: Ya, score: "1"}, {value: Tidak, score: "0"}]}}
                tree:
                  - {code: A, label: Proses, weight: "1", rule: sum, questions: [{code: A.1, label: Satu, type: yes-no, weight: "1"}]}
                files: []
                areas: [{code: proses, label: Proses, nodes: [A]}]
                gates: {wbk: [], wbbm: []}
                preconditions: {wbk: [{id: letter, label: Surat, scope: unit, kind: text, source: Uji}], wbbm: []}
                examples: [{id: satu, title: Satu, answers: {A.1: Ya}, expect: {view: strict, scores: {TOTAL: "1"}}}]
                """);
        period = people.period("uji-prasyarat");

        assertThat(record(OF_UNIT, 0, Map.of("value", "Surat ada"), period, unit, "letter")
                        .problem())
                .isEqualTo("invalid-request");
        record(OF_UNIT, 0, Map.of("value", "Surat ada", "fulfilled", false), period, unit, "letter")
                .expect(200);
        assertThat(judged(unit, "letter").path("met").asBoolean(true)).isFalse();
        record(OF_UNIT, 1, Map.of("value", "Surat ada", "fulfilled", true), period, unit, "letter")
                .expect(200);
        assertThat(judged(unit, "letter").path("met").asBoolean()).isTrue();
    }

    @Test
    void onlyAdministratorsRecordAndTheUnitSeesItsOwn() {
        var coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        var elsewhere = people.person(on(people.unit(), Role.UNIT_COORDINATOR));
        var leadership = people.person(everywhere(Role.LEADERSHIP));
        var judged = TERMS + "/units/{u}";

        coordinator.get(judged, period, unit).expect(200);
        leadership.get(judged, period, unit).expect(200);
        assertThat(elsewhere.get(judged, period, unit).status()).isEqualTo(404);
        for (var caller : List.of(coordinator, leadership)) {
            assertThat(caller.get(TERMS + "/records", period).status()).isEqualTo(403);
            assertThat(caller.put(OF_UNIT, "\"0\"", Map.of("value", "Ya"), period, unit, YES_NO.id())
                            .status())
                    .isEqualTo(403);
            assertThat(caller.put(OF_INSTITUTION, "\"0\"", Map.of("value", "WTP"), period, CHOICE.id())
                            .status())
                    .isEqualTo(403);
            assertThat(caller.put(TERMS, "\"0\"", Map.of(), period).status()).isEqualTo(403);
        }
        assertThat(elsewhere
                        .put(OF_UNIT, "\"0\"", Map.of("value", "Ya"), period, unit, YES_NO.id())
                        .status())
                .isEqualTo(404);
    }

    private TestApi.Answer record(String path, long revision, Map<String, ?> body, Object... variables) {
        return admin.put(path, "\"" + revision + "\"", body, variables);
    }

    private static Map<String, @Nullable Object> none() {
        var body = new HashMap<String, @Nullable Object>();
        body.put("value", null);
        return body;
    }

    private String evidence(UUID unitId) {
        return people.person(on(unitId, Role.UNIT_COORDINATOR))
                .upload(
                        "/api/evidence?unit=" + unitId + "&fileName=a.txt",
                        ("bukti " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8))
                .json()
                .path("id")
                .asString();
    }

    private JsonNode judged(Precondition precondition) {
        return judged(unit, precondition);
    }

    private JsonNode judged(UUID unitId, Precondition precondition) {
        return judged(unitId, precondition.id());
    }

    private JsonNode judged(UUID unitId, String id) {
        return find(
                admin.get(TERMS + "/units/{u}", period, unitId)
                        .expect(200)
                        .json()
                        .path("wbk"),
                id);
    }

    private static JsonNode find(JsonNode items, String id) {
        return items.values().stream()
                .filter(it -> it.path("id").asString().equals(id))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }

    private static JsonNode ofUnit(JsonNode records, UUID unitId) {
        return records.path("units").values().stream()
                .filter(it -> it.path("unitId").asString().equals(unitId.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static Precondition first(Precondition.Scope scope, Precondition.Kind kind) {
        return LKE.preconditions(Award.WBK).stream()
                .filter(it -> it.scope() == scope && it.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static String notAccepted(Precondition precondition) {
        return precondition.choices().stream()
                .filter(it -> !precondition.accepted().contains(it))
                .findFirst()
                .orElseThrow();
    }
}
