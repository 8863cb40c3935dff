package id.zitrack.activity;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestApi.Answer;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
class ActivityApiTest {
    private static final String INSTRUMENT = "lke-90-2021";
    private static final String FIRST = "A.I.1.i.a";
    private static final String SECOND = "A.I.1.i.b";

    @Autowired
    private TestPeople people;

    private UUID unit;
    private UUID assessment;
    private TestApi coordinator;
    private TestApi assessor;

    @BeforeEach
    void aUnitWithItsAssessment() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        assessor = people.person(everywhere(Role.TPI_MEMBER), everywhere(Role.TPI_LEAD));
        assessment = UUID.fromString(coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", people.period(INSTRUMENT)))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    @Test
    void oneActivityProvesManyQuestionsWithAllThatLiesInIt() {
        var activity = activity("Rapat tim kerja");
        var invitation = evidence("undangan");
        put(activity, "INVITATION", invitation).expect(200);
        prove(activity, FIRST).expect(200);
        prove(activity, SECOND).expect(200);

        var minutes = evidence("notulen");
        var shown = put(activity, "MINUTES", minutes).expect(200).json();

        assertThat(texts(shown.path("missing"))).containsExactly("ATTENDANCE", "PHOTOS", "REPORT");
        assertThat(shown.path("questions").path(0).path("waiting").asInt()).isZero();
        assertThat(proofsOf(FIRST)).containsExactlyInAnyOrder(invitation, minutes);
        assertThat(proofsOf(SECOND)).containsExactlyInAnyOrder(invitation, minutes);
        assertThat(coordinator
                        .get("/api/assessments/{id}/activities", assessment)
                        .expect(200)
                        .json()
                        .path(0)
                        .path("title")
                        .asString())
                .isEqualTo("Rapat tim kerja");
    }

    @Test
    void aFileTakesTypeAndDayFromItsSlotWhereItSaysNothing() {
        var activity = activity("Sosialisasi");
        var id = evidence("hadir");

        put(activity, "ATTENDANCE", id).expect(200);

        var evidence = coordinator.get("/api/evidence/{id}", id).expect(200).json();
        assertThat(evidence.path("docType").asString()).isEqualTo("attendance");
        assertThat(evidence.path("activityDate").asString()).isEqualTo("2026-03-10");
    }

    @Test
    void takingAwayTheActivityLeavesWhatWasLinkedByItself() {
        var activity = activity("Rapat");
        var id = evidence("undangan");
        coordinator
                .put("/api/evidence/{id}/links/{a}/{c}", null, null, id, assessment, FIRST)
                .expect(200);
        put(activity, "INVITATION", id).expect(200);
        prove(activity, FIRST).expect(200);
        prove(activity, SECOND).expect(200);

        coordinator
                .delete("/api/activities/{id}/questions/{a}/{c}", activity, assessment, FIRST)
                .expect(200);
        coordinator
                .delete("/api/activities/{id}/slots/{s}/{e}", activity, "INVITATION", id)
                .expect(200);

        assertThat(proofsOf(FIRST)).containsExactly(id);
        assertThat(proofsOf(SECOND)).isEmpty();
    }

    @Test
    void whatAnActivityBringsIsLoosenedAtTheActivity() {
        var activity = activity("Rapat");
        var id = evidence("undangan");
        put(activity, "INVITATION", id).expect(200);
        prove(activity, FIRST).expect(200);

        var refused = coordinator.delete("/api/evidence/{id}/links/{a}/{c}", id, assessment, FIRST);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("linked-by-activity");
        var uses = coordinator.get("/api/evidence/{id}/uses", id).expect(200).json();
        var use = uses.path("questions").path(0);
        assertThat(use.path("direct").asBoolean()).isFalse();
        assertThat(use.path("mayUnlink").asBoolean()).isFalse();
        assertThat(use.path("activities").path(0).path("title").asString()).isEqualTo("Rapat");
        assertThat(uses.path("others").path(0).path("kind").asString()).isEqualTo("ACTIVITY");
    }

    @Test
    void evidenceInAnActivityIsNotRemovedAndSaysByWhom() {
        var activity = activity("Rapat");
        var id = evidence("undangan");
        put(activity, "INVITATION", id).expect(200);

        var refused = coordinator.send(
                "POST",
                "/api/evidence/" + id + "/removal",
                BodyPublishers.ofString("{\"reason\": \"salah unggah\"}"),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        coordinator.get("/api/evidence/{id}", id).etag()));

        assertThat(refused.problem()).isEqualTo("evidence-in-use");
        assertThat(refused.json().path("others").path(0).path("title").asString())
                .isEqualTo("Rapat");
    }

    @Test
    void anActivityThatProvesSomethingIsNotRemoved() {
        var activity = activity("Rapat");
        prove(activity, FIRST).expect(200);

        assertThat(remove(activity).problem()).isEqualTo("activity-in-use");
        coordinator
                .delete("/api/activities/{id}/questions/{a}/{c}", activity, assessment, FIRST)
                .expect(200);
        remove(activity).expect(204);

        coordinator.get("/api/activities/{id}", activity).expect(404);
    }

    @Test
    void aLockedSheetKeepsWhatProvesIt() {
        var activity = activity("Rapat");
        var id = evidence("undangan");
        put(activity, "INVITATION", id).expect(200);
        prove(activity, FIRST).expect(200);
        coordinator
                .post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), assessment)
                .expect(200);
        var late = evidence("notulen");

        var shown = put(activity, "MINUTES", late).expect(200).json();

        assertThat(shown.path("questions").path(0).path("isOpen").asBoolean()).isFalse();
        assertThat(shown.path("questions").path(0).path("waiting").asInt()).isEqualTo(1);
        assertThat(proofsOf(FIRST)).containsExactly(id);
        assertThat(coordinator
                        .delete("/api/activities/{id}/slots/{s}/{e}", activity, "INVITATION", id)
                        .problem())
                .isEqualTo("activity-proves-locked");
        assertThat(prove(activity, SECOND).problem()).isEqualTo("not-in-this-stage");
    }

    @Test
    void datesThatContradictTheActivityAreWarnedAbout() {
        var activity = activity("Rapat");
        var id = evidence("undangan");
        put(activity, "INVITATION", id).expect(200);
        var body = new LinkedHashMap<String, Object>();
        body.put("title", "Undangan");
        body.put("confidentiality", "internal");
        body.put("docType", "invitation");
        body.put("activityDate", "2026-03-11");
        coordinator
                .put(
                        "/api/evidence/{id}",
                        coordinator.get("/api/evidence/{id}", id).etag(),
                        body,
                        id)
                .expect(200);

        var shown = assessor.get("/api/activities/{id}", activity).expect(200).json();

        var entry = shown.path("slots").path(0).path("evidence").path(0);
        assertThat(texts(entry.path("warnings"))).contains("activity-dates-disagree");
    }

    @Test
    void itIsListedSearchedAndPaged() {
        for (var title : List.of("Rapat satu", "Rapat dua", "Pelatihan")) {
            activity(title);
        }

        var first = coordinator
                .get("/api/activities?unit={u}&q=rapat&limit=1", unit)
                .expect(200)
                .json();
        var second = coordinator
                .get(
                        "/api/activities?unit={u}&q=RAPAT&limit=1&cursor={c}",
                        unit,
                        first.path("next").asString())
                .expect(200)
                .json();

        assertThat(first.path("items").size()).isEqualTo(1);
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(coordinator.get("/api/activities?unit={u}&cursor=x", unit).problem())
                .isEqualTo("invalid-request");
    }

    @Test
    void twoPeopleDoNotOverwriteEachOthersDescription() {
        var activity = activity("Rapat");
        var etag = coordinator.get("/api/activities/{id}", activity).etag();
        coordinator
                .put("/api/activities/{id}", etag, about("Rapat tim"), activity)
                .expect(200);

        var late = coordinator.put("/api/activities/{id}", etag, about("Lain"), activity);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().path("current").path("title").asString()).isEqualTo("Rapat tim");
        assertThat(coordinator
                        .put(
                                "/api/activities/{id}",
                                "\"2\"",
                                Map.of("title", "x", "date", "2026-03-10", "until", "2026-03-09"),
                                activity)
                        .problem())
                .isEqualTo("invalid-request");
    }

    @Test
    void secretEvidenceIsNotSeenInAnActivityEither() {
        var leader = people.person(everywhere(Role.LEADERSHIP));
        var activity = activity("Rapat");
        var id = evidence("rahasia");
        var body = Map.of("title", "Laporan WBS", "confidentiality", "secret");
        coordinator
                .put(
                        "/api/evidence/{id}",
                        coordinator.get("/api/evidence/{id}", id).etag(),
                        body,
                        id)
                .expect(200);
        put(activity, "REPORT", id).expect(200);

        var shown = leader.get("/api/activities/{id}", activity).expect(200);

        assertThat(shown.text()).doesNotContain(id.toString()).doesNotContain("WBS");
        assertThat(texts(shown.json().path("missing"))).contains("REPORT");
    }

    @Test
    void onlyTheUnitArrangesItsActivities() {
        var activity = activity("Rapat");
        var id = evidence("undangan");
        var elsewhere = people.unit();
        var stranger = people.person(on(elsewhere, Role.UNIT_COORDINATOR));
        var foreign =
                idOf(stranger.upload("/api/evidence?unit=" + elsewhere + "&fileName=a.pdf", SampleFiles.pdf("asing"))
                        .expect(201));

        assertThat(assessor.put("/api/activities/{id}/slots/MINUTES/{e}", null, null, activity, id)
                        .status())
                .isEqualTo(403);
        assertThat(stranger.get("/api/activities/{id}", activity).status()).isEqualTo(404);
        assertThat(put(activity, "MINUTES", foreign).status()).isEqualTo(404);
        var both = people.person(on(unit, Role.UNIT_COORDINATOR), on(elsewhere, Role.UNIT_COORDINATOR));
        assertThat(both.put("/api/activities/{id}/slots/MINUTES/{e}", null, null, activity, foreign)
                        .problem())
                .isEqualTo("evidence-of-other-unit");
    }

    private UUID activity(String title) {
        return idOf(
                coordinator.post("/api/activities?unit={u}", about(title), unit).expect(201));
    }

    private static Map<String, Object> about(String title) {
        return Map.of("title", title, "date", "2026-03-10", "place", "Aula");
    }

    private UUID evidence(String words) {
        return idOf(coordinator
                .upload("/api/evidence?unit=" + unit + "&fileName=" + words + ".pdf", SampleFiles.pdf(words + unit))
                .expect(201));
    }

    private Answer put(UUID activity, String slot, UUID evidence) {
        return coordinator.put("/api/activities/{id}/slots/{s}/{e}", null, null, activity, slot, evidence);
    }

    private Answer prove(UUID activity, String code) {
        return coordinator.put("/api/activities/{id}/questions/{a}/{c}", null, null, activity, assessment, code);
    }

    private Answer remove(UUID activity) {
        return coordinator.send(
                "DELETE",
                "/api/activities/" + activity,
                BodyPublishers.noBody(),
                Map.of(
                        "If-Match",
                        coordinator.get("/api/activities/{id}", activity).etag()));
    }

    private List<UUID> proofsOf(String code) {
        return StreamSupport.stream(
                        coordinator
                                .get("/api/assessments/{id}/evidence", assessment)
                                .expect(200)
                                .json()
                                .spliterator(),
                        false)
                .filter(it -> it.path("code").asString().equals(code))
                .flatMap(it -> StreamSupport.stream(it.path("evidence").spliterator(), false))
                .map(it -> UUID.fromString(it.path("id").asString()))
                .toList();
    }

    private static UUID idOf(Answer answer) {
        return UUID.fromString(answer.json().path("id").asString());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
