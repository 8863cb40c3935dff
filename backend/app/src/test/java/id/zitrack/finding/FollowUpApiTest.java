package id.zitrack.finding;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestApi.Answer;
import id.zitrack.TestPeople;
import id.zitrack.TestSheets;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
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
class FollowUpApiTest {
    private static final String CODE = "A.I.1.i.a";
    private static final String SHEET = "/api/assessments/{id}/findings";

    @Autowired
    private TestPeople people;

    private UUID unit;
    private UUID assessment;
    private TestApi coordinator;
    private TestApi lead;

    @BeforeEach
    void aSubmittedSheet() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        lead = people.person(on(unit, Role.TPI_LEAD));
        assessment = sheet(people.period(TestSheets.LKE));
        coordinator
                .post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), assessment)
                .expect(200);
    }

    @Test
    void aFindingIsPlannedDoneSentBackAndConfirmed() {
        var found = record(CODE).expect(201);
        assertThat(found.json().path("state").asString()).isEqualTo("OPEN");

        var planned = plan(coordinator, found, "2099-01-31", false).expect(200);
        assertThat(planned.json().path("state").asString()).isEqualTo("IN_PROGRESS");
        assertThat(decide(lead, planned, "confirmation", null).problem()).isEqualTo("finding-not-done");

        var done = plan(coordinator, planned, "2099-01-31", true).expect(200);
        var back = decide(lead, done, "return", Map.of("reason", "Notulen belum ditandatangani"))
                .expect(200);
        assertThat(back.json().path("state").asString()).isEqualTo("SENT_BACK");
        assertThat(back.json().path("decision").path("reason").asString()).contains("Notulen");

        var again = plan(coordinator, back, "2099-01-31", true).expect(200);
        var confirmed = decide(lead, again, "confirmation", null).expect(200);

        assertThat(confirmed.json().path("state").asString()).isEqualTo("CONFIRMED");
        assertThat(plan(coordinator, confirmed, "2099-01-31", false).problem()).isEqualTo("finding-confirmed");
        assertThat(confirmed.json().path("isLate").asBoolean()).isFalse();
    }

    @Test
    void aPlanWhoseDayHasPassedIsLate() {
        var planned =
                plan(coordinator, record(null).expect(201), "2020-01-31", false).expect(200);

        assertThat(planned.json().path("isLate").asBoolean()).isTrue();
        assertThat(plan(coordinator, planned, "2020-01-31", true)
                        .expect(200)
                        .json()
                        .path("isLate")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void twoPeopleDoNotOverwriteEachOther() {
        var found = record(CODE).expect(201);
        lead.put("/api/findings/{id}", found.etag(), body(CODE, "Lebih tepat"), idOf(found))
                .expect(200);

        var late = plan(coordinator, found, "2099-01-31", false);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().path("current").path("text").asString()).isEqualTo("Lebih tepat");
        assertThat(lead.put("/api/findings/{id}", null, body(CODE, "x"), idOf(found))
                        .problem())
                .isEqualTo("if-match-required");
    }

    @Test
    void whatTheUnitAnsweredIsNotTakenAway() {
        var found = record(null).expect(201);
        var planned = plan(coordinator, found, "2099-01-31", false).expect(200);

        assertThat(remove(planned).problem()).isEqualTo("finding-answered");
        var other = record(null).expect(201);
        remove(other).expect(204);
        lead.get("/api/findings/{id}", idOf(other)).expect(404);
    }

    @Test
    void everyRoleReadsFewRecordAndOnlyTheUnitPlans() {
        var found = record(CODE).expect(201);
        var member = people.person(on(unit, Role.TPI_MEMBER));
        var leader = people.person(everywhere(Role.LEADERSHIP));
        var stranger = people.person(on(people.unit(), Role.UNIT_COORDINATOR));
        var ownLead = people.person(unit, everywhere(Role.TPI_LEAD));

        for (var reader : List.of(member, leader, coordinator, people.administrator())) {
            reader.get("/api/findings/{id}", idOf(found)).expect(200);
        }
        for (var other : List.of(member, leader, coordinator, people.administrator())) {
            assertThat(other.post(SHEET, body(null, "x"), assessment).status()).isEqualTo(403);
        }
        for (var other : List.of(member, leader, lead, people.administrator())) {
            assertThat(plan(other, found, "2099-01-31", false).status()).isEqualTo(403);
        }
        assertThat(stranger.get("/api/findings/{id}", idOf(found)).status()).isEqualTo(404);
        assertThat(stranger.get("/api/findings?unit={u}", unit)
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(ownLead.post(SHEET, body(null, "x"), assessment).status()).isIn(403, 404);
        var draft = sheet(people.period(TestSheets.LKE));
        assertThat(lead.post(SHEET, body(null, "x"), draft).problem()).isEqualTo("not-in-this-stage");
    }

    @Test
    void evidenceOfTheUnitShowsWhatWasDoneAndIsThenInUse() {
        var found = record(CODE).expect(201);
        var evidence = evidence(coordinator, unit);
        var elsewhere = people.unit();
        var foreign = evidence(people.person(on(elsewhere, Role.UNIT_COORDINATOR)), elsewhere);

        var body = planBody("2099-01-31", false);
        body.put("evidenceIds", List.of(foreign));
        assertThat(coordinator
                        .put("/api/findings/{id}/plan", found.etag(), body, idOf(found))
                        .problem())
                .isEqualTo("invalid-request");
        body.put("evidenceIds", List.of(evidence));
        var planned = coordinator
                .put("/api/findings/{id}/plan", found.etag(), body, idOf(found))
                .expect(200);

        assertThat(planned.json()
                        .path("plan")
                        .path("evidence")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(evidence);
        var uses =
                coordinator.get("/api/evidence/{id}/uses", evidence).expect(200).json();
        assertThat(uses.path("others").path(0).path("kind").asString()).isEqualTo("FINDING");
    }

    @Test
    void whatIsSecretStaysInThePlanOfWhoCannotSeeIt() {
        var found = record(CODE).expect(201);
        var evidence = evidence(coordinator, unit);
        coordinator
                .put(
                        "/api/evidence/{id}",
                        coordinator.get("/api/evidence/{id}", evidence).etag(),
                        Map.of("title", "Laporan WBS", "confidentiality", "secret"),
                        evidence)
                .expect(200);
        var body = planBody("2099-01-31", false);
        body.put("evidenceIds", List.of(evidence));
        coordinator
                .put("/api/findings/{id}/plan", found.etag(), body, idOf(found))
                .expect(200);
        var area = people.person(TestPeople.onAreas(unit));
        var seen = area.get("/api/findings/{id}", idOf(found)).expect(200);

        plan(area, seen, "2099-02-28", false).expect(200);

        assertThat(seen.text()).doesNotContain("WBS");
        assertThat(seen.json().path("plan").path("withheld").asInt()).isEqualTo(1);
        assertThat(coordinator
                        .get("/api/findings/{id}", idOf(found))
                        .json()
                        .path("plan")
                        .path("evidence"))
                .hasSize(1);
    }

    @Test
    void whatWasFoundLastYearIsShownThisYear() {
        var open = record(CODE).expect(201);
        record(null).expect(201);
        var next = sheet(period(2027, TestSheets.LKE));
        var later = sheet(period(2028, TestSheets.LKE));
        var other = sheet(period(2027, TestSheets.CHECKLIST));

        var recalled = earlier(next);

        assertThat(recalled).hasSize(2);
        assertThat(texts(recalled.path(1).path("codes"))).containsExactly(CODE);
        assertThat(recalled.path(0).path("codes")).isEmpty();
        assertThat(recalled.path(1).path("finding").path("year").asInt()).isEqualTo(2026);
        assertThat(earlier(other)).hasSize(2);
        assertThat(earlier(assessment)).isEmpty();
        var done = plan(coordinator, open, "2099-01-31", true).expect(200);
        decide(lead, done, "confirmation", null).expect(200);
        assertThat(earlier(next)).hasSize(2);
        assertThat(earlier(later)).hasSize(1);
    }

    @Test
    void theListIsPagedAndNarrowed() {
        for (int i = 0; i < 3; i++) {
            record(null).expect(201);
        }
        plan(coordinator, record(CODE).expect(201), "2099-01-31", false).expect(200);

        var first = list("?limit=3&unit=" + unit);
        var second =
                list("?limit=3&unit=" + unit + "&cursor=" + first.path("next").asString());

        assertThat(first.path("items")).hasSize(3);
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(list("?state=IN_PROGRESS&unit=" + unit).path("items")).hasSize(1);
        assertThat(coordinator.get("/api/findings?cursor=_").problem()).isEqualTo("invalid-request");
    }

    @Test
    void whatIsNoFindingOrPlanIsRefused() {
        assertThat(lead.post(SHEET, body("X.9", "Tidak ada"), assessment).problem())
                .isEqualTo("invalid-request");
        for (var text : List.of("", " ", "x".repeat(4001), "a\u0007b")) {
            assertThat(lead.post(SHEET, body(null, text), assessment).status())
                    .as(text)
                    .isEqualTo(400);
        }
        assertThat(lead.post(SHEET, "{\"text\": \"\\udc00\"}", assessment).problem())
                .isEqualTo("invalid-request");
        var found = record(null).expect(201);
        for (var wrong : List.of(
                Map.of("due", "2099-02-30"),
                Map.of("owner", " "),
                Map.of("ownerId", lead.personId()),
                Map.of("owner", "dua\nbaris"),
                Map.of("action", ""))) {
            var body = planBody("2099-01-31", false);
            body.putAll(wrong);
            assertThat(coordinator
                            .put("/api/findings/{id}/plan", found.etag(), body, idOf(found))
                            .status())
                    .as(wrong.toString())
                    .isEqualTo(400);
        }
    }

    private UUID sheet(UUID period) {
        return UUID.fromString(coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", period))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    private UUID period(int year, String instrument) {
        var body = Map.of(
                "name",
                "Periode " + UUID.randomUUID(),
                "year",
                year,
                "instrumentId",
                instrument,
                "instrumentVersion",
                "1");
        return UUID.fromString(
                idOf(people.administrator().post("/api/periods", body).expect(201)));
    }

    private Answer record(@Nullable String code) {
        return lead.post(SHEET, body(code, "Monev tidak ditindaklanjuti"), assessment);
    }

    private static Map<String, @Nullable Object> body(@Nullable String code, String text) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("code", code);
        body.put("text", text);
        body.put("recommendation", "Susun matriks tindak lanjut");
        body.put("severity", "HIGH");
        return body;
    }

    private static Map<String, @Nullable Object> planBody(String due, boolean done) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("action", "Menyusun matriks");
        body.put("owner", "Kasubag Umum");
        body.put("due", due);
        body.put("progress", "Draf selesai");
        body.put("done", done);
        return body;
    }

    private static Answer plan(TestApi who, Answer seen, String due, boolean done) {
        return who.put("/api/findings/{id}/plan", seen.etag(), planBody(due, done), idOf(seen));
    }

    private static Answer decide(TestApi who, Answer seen, String deed, @Nullable Map<String, String> body) {
        var words = body == null ? "" : "{\"reason\": \"" + body.get("reason") + "\"}";
        return who.send(
                "POST",
                "/api/findings/" + idOf(seen) + "/" + deed,
                BodyPublishers.ofString(words),
                Map.of("Content-Type", "application/json", "If-Match", seen.etag()));
    }

    private Answer remove(Answer seen) {
        return lead.send(
                "DELETE", "/api/findings/" + idOf(seen), BodyPublishers.noBody(), Map.of("If-Match", seen.etag()));
    }

    private JsonNode earlier(UUID sheet) {
        return coordinator
                .get("/api/assessments/{id}/earlier-findings", sheet)
                .expect(200)
                .json();
    }

    private JsonNode list(String query) {
        return coordinator.get("/api/findings" + query).expect(200).json();
    }

    private String evidence(TestApi who, UUID of) {
        return idOf(who.upload(
                        "/api/evidence?unit=" + of + "&fileName=matriks.txt",
                        ("Matriks tindak lanjut " + UUID.randomUUID())
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .expect(201));
    }

    private static String idOf(Answer answer) {
        return answer.json().path("id").asString();
    }

    private static List<String> texts(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
