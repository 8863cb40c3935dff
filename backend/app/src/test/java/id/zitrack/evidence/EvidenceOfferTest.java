package id.zitrack.evidence;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.TestSheets;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.inspection.SampleFiles;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
class EvidenceOfferTest {
    /** Paired fully with the questions below A.I.1.iv.d. */
    private static final String CHECKLIST_QUESTION = below("P.1");

    private static final String PAIRED = "A.I.1.iv.d";
    private static final String PARTLY_PAIRED = below("P.15");
    private static final String UNPAIRED = "A.I.1.i.a";

    @Autowired
    private TestPeople people;

    private UUID unit;
    private TestApi coordinator;
    private UUID checklist;
    private UUID lke;

    @BeforeEach
    void aUnitWithBothInstruments() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        checklist = begin(unit, coordinator, TestSheets.CHECKLIST);
        lke = begin(unit, coordinator, TestSheets.LKE);
    }

    @Test
    void evidenceOfOneInstrumentIsOfferedForThePairedQuestionOfTheOther() {
        var evidence = proving(checklist, CHECKLIST_QUESTION);

        var offers = offers(coordinator, lke, PAIRED);

        assertThat(offers).hasSize(1);
        var offer = offers.path(0);
        assertThat(offer.path("evidence").path("id").asString()).isEqualTo(evidence.toString());
        assertThat(offer.path("match").asString()).isEqualTo("FULL");
        var use = offer.path("uses").path(0);
        assertThat(use.path("code").asString()).isEqualTo(CHECKLIST_QUESTION);
        assertThat(use.path("assessmentId").asString()).isEqualTo(checklist.toString());
        assertThat(use.path("instrument").asString()).isNotEmpty();
        assertThat(use.path("period").asString()).startsWith("Periode Uji");
        assertThat(use.path("label").asString()).isNotEmpty();
    }

    @Test
    void theOfferGoesBothWaysAndSaysHowWellItFits() {
        var evidence = proving(lke, "A.I.3.ii.a");

        var offers = offers(coordinator, checklist, PARTLY_PAIRED);

        assertThat(offers.path(0).path("evidence").path("id").asString()).isEqualTo(evidence.toString());
        assertThat(offers.path(0).path("match").asString()).isEqualTo("PARTIAL");
    }

    @Test
    void aDismissedOfferIsMarkedOnThisSheetAlone() {
        var evidence = proving(checklist, CHECKLIST_QUESTION);
        var other = begin(unit, coordinator, TestSheets.LKE);

        coordinator
                .put("/api/assessments/{id}/dismissed-offers/{evidence}/{code}", null, null, lke, evidence, PAIRED)
                .expect(204);

        assertThat(offers(coordinator, lke, PAIRED).path(0).path("isDismissed").asBoolean())
                .isTrue();
        assertThat(offers(coordinator, other, PAIRED)
                        .path(0)
                        .path("isDismissed")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void evidenceOfAnEarlierPeriodIsOfferedAsWell() {
        var evidence = proving(checklist, CHECKLIST_QUESTION);
        var nextYear = begin(unit, coordinator, TestSheets.LKE);

        assertThat(ids(offers(coordinator, nextYear, PAIRED))).containsExactly(evidence.toString());
    }

    @Test
    void whatIsTakenIsNoLongerOfferedAndNothingMovesByItself() {
        var evidence = proving(checklist, CHECKLIST_QUESTION);
        assertThat(coordinator
                        .get("/api/assessments/{id}/evidence", lke)
                        .expect(200)
                        .json())
                .isEmpty();

        coordinator
                .put("/api/evidence/{id}/links/{assessmentId}/{code}", null, null, evidence, lke, PAIRED)
                .expect(200);

        assertThat(offers(coordinator, lke, PAIRED)).isEmpty();
    }

    @Test
    void aQuestionWithoutAPartnerIsOfferedNothing() {
        proving(checklist, CHECKLIST_QUESTION);

        assertThat(offers(coordinator, lke, UNPAIRED)).isEmpty();
    }

    @Test
    void evidenceOfAnotherUnitIsNotOffered() {
        var other = people.unit();
        var neighbor = people.person(on(other, Role.UNIT_COORDINATOR));
        var theirs = begin(other, neighbor, TestSheets.LKE);
        proving(checklist, CHECKLIST_QUESTION);

        assertThat(offers(neighbor, theirs, PAIRED)).isEmpty();
        assertThat(neighbor.get(address(lke, PAIRED)).status()).isEqualTo(404);
        assertThat(people.nobody().get(address(lke, PAIRED)).status()).isEqualTo(401);
    }

    @Test
    void secretEvidenceIsOfferedOnlyToThoseWhoMayKnowOfIt() {
        var evidence = proving(checklist, CHECKLIST_QUESTION);
        var shown = coordinator.get("/api/evidence/{id}", evidence).expect(200);
        coordinator
                .put(
                        "/api/evidence/{id}",
                        shown.etag(),
                        Map.of("title", "Laporan pelanggaran", "confidentiality", "secret"),
                        evidence)
                .expect(200);

        assertThat(offers(coordinator, lke, PAIRED)).hasSize(1);
        assertThat(offers(people.person(everywhere(Role.LEADERSHIP)), lke, PAIRED))
                .isEmpty();
    }

    @Test
    void aQuestionThatIsNotOnTheSheetIsNotThere() {
        assertThat(coordinator.get(address(lke, "Z.9")).problem()).isEqualTo("not-there");
        assertThat(coordinator.get(address(lke, "A.I.1")).problem()).isEqualTo("not-there");
        assertThat(coordinator.get("/api/evidence/offers?code=" + PAIRED).status())
                .isEqualTo(400);
    }

    @Test
    void thePairsCanBeRead() {
        var crosswalks = coordinator.get("/api/crosswalks").expect(200).json();

        assertThat(crosswalks).hasSize(1);
        assertThat(crosswalks.path(0).path("from").path("id").asString()).isEqualTo(TestSheets.CHECKLIST);
        assertThat(crosswalks.path(0).path("to").path("id").asString()).isEqualTo(TestSheets.LKE);
        assertThat(crosswalks.path(0).path("pairs")).hasSize(20);
        assertThat(crosswalks.path(0).path("note").asString()).contains("dinilai sendiri");
    }

    private static String below(String group) {
        return TestSheets.instrument(TestSheets.CHECKLIST).questions().stream()
                .map(it -> it.code())
                .filter(it -> it.startsWith(group + "."))
                .findFirst()
                .orElseThrow();
    }

    private UUID begin(UUID unitId, TestApi who, String instrument) {
        return UUID.fromString(
                who.post("/api/assessments", Map.of("unitId", unitId, "periodId", people.period(instrument)))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString());
    }

    private UUID proving(UUID assessment, String code) {
        return UUID.fromString(coordinator
                .upload(
                        "/api/evidence?unit=" + unit + "&fileName=bukti.pdf&assessment=" + assessment + "&question="
                                + code,
                        SampleFiles.pdf("Bukti " + UUID.randomUUID()))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    private static String address(UUID assessment, String code) {
        return "/api/evidence/offers?assessmentId=" + assessment + "&code=" + code;
    }

    private static JsonNode offers(TestApi who, UUID assessment, String code) {
        return who.get(address(assessment, code)).expect(200).json();
    }

    private static List<String> ids(JsonNode offers) {
        return offers.values().stream()
                .map(it -> it.path("evidence").path("id").asString())
                .toList();
    }
}
