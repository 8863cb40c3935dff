package id.zitrack.evidence;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.inspection.SampleFiles;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
class CarryOverApiTest {
    private static final String INSTRUMENT = "lke-90-2021";
    private static final String FIRST = "A.I.1.i.a";
    private static final String SECOND = "A.I.1.i.b";

    @Autowired
    private TestPeople people;

    private UUID unit;
    private TestApi coordinator;
    private UUID lastYear;
    private UUID thisYear;

    @BeforeEach
    void aUnitWithTheSheetsOfTwoYears() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        lastYear = sheet(period(2025));
        thisYear = sheet(people.period(INSTRUMENT));
    }

    @Test
    void whatProvedTheSameQuestionIsOfferedAndNeverLinkedByItself() {
        var id = evidence("sk", FIRST, null);

        var offers = offers(coordinator);

        assertThat(offers.size()).isEqualTo(1);
        assertThat(offers.path(0).path("code").asString()).isEqualTo(FIRST);
        assertThat(offers.path(0).path("evidence").path("id").asString()).isEqualTo(id.toString());
        assertThat(offers.path(0).path("from").path("year").asInt()).isEqualTo(2025);
        assertThat(offers.path(0).path("stale").asBoolean()).isFalse();
        assertThat(coordinator.get("/api/assessments/{id}/evidence", thisYear).json())
                .isEmpty();
    }

    @Test
    void oneOrManyAreConfirmed() {
        var first = evidence("sk", FIRST, null);
        var second = evidence("notulen", SECOND, null);

        var outcomes = confirm(Map.of(first, FIRST, second, SECOND), coordinator);

        assertThat(outcomes.path(0).path("problem").isNull()).isTrue();
        assertThat(outcomes.path(1).path("problem").isNull()).isTrue();
        assertThat(offers(coordinator)).isEmpty();
        assertThat(coordinator
                        .get("/api/assessments/{id}/evidence", thisYear)
                        .json()
                        .size())
                .isEqualTo(2);
        assertThat(coordinator
                        .get("/api/assessments/{id}/evidence", lastYear)
                        .json()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void whatWasNotOfferedIsNotConfirmed() {
        var id = evidence("sk", FIRST, null);

        var outcomes = confirm(Map.of(id, SECOND), coordinator);

        assertThat(outcomes.path(0).path("problem").asString()).isEqualTo("not-found");
        assertThat(coordinator.get("/api/assessments/{id}/evidence", thisYear).json())
                .isEmpty();
    }

    @Test
    void aDismissedOfferIsMarkedForEverybodyUntilItIsOfferedAgain() {
        var id = evidence("sk", FIRST, null);
        var colleague = people.person(on(unit, Role.UNIT_COORDINATOR));

        dismiss(coordinator, "PUT", id, FIRST).expect(204);
        dismiss(colleague, "PUT", id, FIRST).expect(204);

        assertThat(offers(colleague).path(0).path("isDismissed").asBoolean()).isTrue();
        dismiss(colleague, "DELETE", id, FIRST).expect(204);
        assertThat(offers(coordinator).path(0).path("isDismissed").asBoolean()).isFalse();
    }

    @Test
    void onlyWhatTheCallerMayLinkCanBeDismissed() {
        var id = evidence("sk", FIRST, null);
        var elsewhere = people.unit();
        var foreign = people.person(on(elsewhere, Role.UNIT_COORDINATOR))
                .upload("/api/evidence?unit={unit}&fileName=lain.txt", ("lain " + elsewhere).getBytes(UTF_8), elsewhere)
                .expect(201)
                .json()
                .path("id")
                .asString();

        assertThat(dismiss(coordinator, "PUT", id, "X.9").status()).isEqualTo(404);
        assertThat(dismiss(coordinator, "PUT", UUID.fromString(foreign), FIRST).status())
                .isEqualTo(404);
        assertThat(dismiss(people.person(everywhere(Role.LEADERSHIP)), "PUT", id, FIRST)
                        .status())
                .isEqualTo(403);
    }

    private TestApi.Answer dismiss(TestApi caller, String method, UUID evidence, String code) {
        return caller.send(
                method,
                "/api/assessments/" + thisYear + "/dismissed-offers/" + evidence + "/" + code,
                BodyPublishers.noBody(),
                Map.of());
    }

    @Test
    void itIsStaleWhereItsValidityHasEnded() {
        evidence("lama", FIRST, "2025-12-31");
        evidence("masih", SECOND, "2026-12-31");

        var offers = offers(coordinator);

        assertThat(offers.path(0).path("stale").asBoolean()).isTrue();
        assertThat(offers.path(1).path("stale").asBoolean()).isFalse();
    }

    @Test
    void aFileCarriedOverIsWarnedAboutUntilItIsReplacedOrSaysThatItHolds() {
        var id = evidence("sk", FIRST, null);
        var holds = evidence("berlaku", SECOND, "2026-12-31");
        confirm(Map.of(id, FIRST, holds, SECOND), coordinator);

        assertThat(warnings(id)).contains("last-years-file");
        assertThat(warnings(holds)).doesNotContain("last-years-file");
        coordinator
                .upload("/api/evidence/{id}/versions?fileName=sk26.pdf", SampleFiles.pdf("sk 2026 " + unit), id)
                .expect(201);

        // The replacement came after the sheet of this year took the old file: it is this year's.
        assertThat(warnings(id)).doesNotContain("last-years-file");
    }

    @Test
    void laterSheetsOfferNothingToEarlierOnes() {
        confirm(Map.of(evidence("sk", FIRST, null), FIRST), coordinator);
        coordinator
                .upload(
                        "/api/evidence?unit=" + unit + "&fileName=baru.pdf&assessment=" + thisYear + "&question="
                                + SECOND,
                        SampleFiles.pdf("baru " + unit))
                .expect(201);

        assertThat(coordinator
                        .get("/api/assessments/{id}/carry-over", lastYear)
                        .expect(200)
                        .json())
                .isEmpty();
    }

    @Test
    void onlyTheUnitConfirmsAndSecretsStaySecret() {
        var id = evidence("rahasia", FIRST, null);
        var leader = people.person(everywhere(Role.LEADERSHIP));
        assertThat(offers(leader).size()).isEqualTo(1);
        coordinator
                .put(
                        "/api/evidence/{id}",
                        coordinator.get("/api/evidence/{id}", id).etag(),
                        Map.of("title", "Laporan WBS", "confidentiality", "secret"),
                        id)
                .expect(200);

        assertThat(offers(leader)).isEmpty();
        assertThat(leader.post("/api/assessments/{id}/carry-over", body(Map.of(id, FIRST)), thisYear)
                        .status())
                .isEqualTo(403);
        var stranger = people.person(on(people.unit(), Role.UNIT_COORDINATOR));
        assertThat(stranger.get("/api/assessments/{id}/carry-over", thisYear).status())
                .isEqualTo(404);
    }

    private JsonNode offers(TestApi who) {
        return who.get("/api/assessments/{id}/carry-over", thisYear).expect(200).json();
    }

    private JsonNode confirm(Map<UUID, String> chosen, TestApi who) {
        return who.post("/api/assessments/{id}/carry-over", body(chosen), thisYear)
                .expect(200)
                .json();
    }

    private static Map<String, Object> body(Map<UUID, String> chosen) {
        return Map.of(
                "offers",
                chosen.entrySet().stream()
                        .map(it -> Map.of("evidenceId", it.getKey(), "code", it.getValue()))
                        .toList());
    }

    private UUID evidence(String words, String code, @Nullable String validUntil) {
        var made = coordinator
                .upload(
                        "/api/evidence?unit=" + unit + "&fileName=" + words + ".pdf&assessment=" + lastYear
                                + "&question=" + code,
                        SampleFiles.pdf(words + unit))
                .expect(201);
        var id = UUID.fromString(made.json().path("id").asString());
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("title", words);
        body.put("confidentiality", "internal");
        body.put("validUntil", validUntil);
        coordinator.put("/api/evidence/{id}", made.etag(), body, id).expect(200);
        return id;
    }

    private List<String> warnings(UUID id) {
        return StreamSupport.stream(
                        coordinator
                                .get("/api/evidence/{id}", id)
                                .json()
                                .path("warnings")
                                .spliterator(),
                        false)
                .map(JsonNode::asString)
                .toList();
    }

    private UUID sheet(UUID period) {
        return UUID.fromString(coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", period))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    private UUID period(int year) {
        var body = Map.of(
                "name", "Tahun lalu " + unit, "year", year, "instrumentId", INSTRUMENT, "instrumentVersion", "1");
        return UUID.fromString(people.administrator()
                .post("/api/periods", body)
                .expect(201)
                .json()
                .path("id")
                .asString());
    }
}
