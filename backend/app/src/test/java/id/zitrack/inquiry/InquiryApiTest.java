package id.zitrack.inquiry;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static id.zitrack.TestPeople.onAreas;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.zitrack.TestApi;
import id.zitrack.TestApi.Answer;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.inspection.SampleFiles;
import id.zitrack.platform.ObjectStore;
import id.zitrack.storage.StoredFile;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
class InquiryApiTest {
    private static final String INSTRUMENT = "lke-90-2021";
    private static final String QUESTION = "A.I.1.i.a";
    private static final String OTHER_QUESTION = "A.I.1.i.b";

    @Autowired
    private TestPeople people;

    @Autowired
    private ObjectStore store;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private ReopeningInquiries reopening;

    private UUID unit;
    private UUID assessment;
    private TestApi coordinator;
    private TestApi member;
    private TestApi lead;

    @BeforeEach
    void aSubmittedAssessment() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        member = people.person(on(unit, Role.TPI_MEMBER));
        lead = people.person(on(unit, Role.TPI_LEAD));
        assessment = UUID.fromString(coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", people.period(INSTRUMENT)))
                .expect(201)
                .json()
                .path("id")
                .asString());
        coordinator
                .post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), assessment)
                .expect(200);
    }

    @Test
    void anUploadOnALockedSheetAnswersWhatWasAskedFor() {
        var asked = ask(member, QUESTION, "SK Tim Kerja yang sudah ditandatangani")
                .expect(201)
                .json();
        assertThat(asked.path("state").asString()).isEqualTo("OPEN");
        var mine = coordinator.get("/api/inquiries").expect(200).json();
        assertThat(mine.path(0).path("text").asString()).isEqualTo("SK Tim Kerja yang sudah ditandatangani");
        assertThat(texts(mine.path(0).path("may"))).containsExactly("ANSWER");

        upload("sk", QUESTION).expect(201);

        assertThat(coordinator.get("/api/inquiries").json()).isEmpty();
        var seen = onSheet(member).path(0);
        assertThat(seen.path("state").asString()).isEqualTo("ANSWERED");
        assertThat(seen.path("answer").path("title").asString()).isEqualTo("sk");
        assertThat(seen.path("closedBy").path("id").asString())
                .isEqualTo(coordinator.personId().toString());
        assertThat(proofs(member)).containsExactly(QUESTION);
    }

    @Test
    void whatNobodyAskedForStaysLocked() {
        ask(member, QUESTION, "SK").expect(201);

        var refused = upload("lain", OTHER_QUESTION);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("not-in-this-stage");
        upload("sk", QUESTION).expect(201);
        assertThat(upload("susulan", QUESTION).problem()).isEqualTo("not-in-this-stage");
    }

    @Test
    void nothingIsLoosenedOnALockedSheet() {
        ask(member, QUESTION, "SK").expect(201);
        ask(member, QUESTION, "Notulen").expect(201);
        var evidence = idOf(upload("sk", QUESTION).expect(201));

        var refused = coordinator.delete("/api/evidence/{id}/links/{a}/{c}", evidence, assessment, QUESTION);

        assertThat(refused.problem()).isEqualTo("not-in-this-stage");
    }

    @Test
    void ofSeveralThePersonSaysWhichOneIsAnswered() {
        var first = idOf(ask(member, QUESTION, "SK").expect(201));
        ask(lead, QUESTION, "Notulen").expect(201);
        var evidence = idOf(upload("sk", QUESTION).expect(201));
        assertThat(states(member)).containsExactly("OPEN", "OPEN");

        coordinator
                .put("/api/inquiries/{id}/answer", null, Map.of("evidenceId", evidence), first)
                .expect(200);

        assertThat(states(member)).containsExactly("OPEN", "ANSWERED");
        assertThat(coordinator
                        .put("/api/inquiries/{id}/answer", null, Map.of("evidenceId", evidence), first)
                        .problem())
                .isEqualTo("inquiry-closed");
    }

    @Test
    void evidenceTheUnitHasAlreadyAnswersToo() {
        var inquiry = idOf(ask(member, QUESTION, "SK").expect(201));
        var evidence = idOf(coordinator
                .upload("/api/evidence?unit=" + unit + "&fileName=sk.pdf", SampleFiles.pdf("ada " + unit))
                .expect(201));

        var answered = coordinator.put("/api/inquiries/{id}/answer", null, Map.of("evidenceId", evidence), inquiry);

        assertThat(answered.expect(200).json().path("state").asString()).isEqualTo("ANSWERED");
        assertThat(proofs(member)).containsExactly(QUESTION);
    }

    @Test
    void aNewVersionAnswersToo() {
        ask(member, QUESTION, "SK").expect(201);
        var evidence = idOf(upload("sk", QUESTION).expect(201));
        ask(member, QUESTION, "Yang bertanda tangan").expect(201);

        coordinator
                .upload(
                        "/api/evidence/{id}/versions?fileName=sk2.pdf",
                        SampleFiles.pdf("bertanda tangan " + unit),
                        evidence)
                .expect(201);

        assertThat(states(member)).containsExactly("ANSWERED", "ANSWERED");
        assertThat(onSheet(member).path(0).path("answer").path("version").asInt())
                .isEqualTo(2);
    }

    @Test
    void itOpensAgainWhenTheFileThatAnsweredItIsWithheld() {
        ask(member, QUESTION, "SK").expect(201);
        var evidence = upload("sk", QUESTION).expect(201).json();
        assertThat(states(member)).containsExactly("ANSWERED");

        store.delete(
                StoredFile.key(evidence.path("versions").path(0).path("sha256").asString()));
        coordinator.get(
                "/api/evidence/{id}/versions/1/content", evidence.path("id").asString());

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(states(member)).containsExactly("OPEN"));
        var seen = onSheet(coordinator).path(0);
        assertThat(seen.path("lost").path("reason").asString()).isEqualTo("broken");
        assertThat(seen.path("lost").path("title").asString()).isEqualTo("sk");
        assertThat(texts(seen.path("may"))).containsExactly("ANSWER");
        upload("sk-baru", QUESTION).expect(201);
        assertThat(states(member)).containsExactly("ANSWERED");
        reopening.look();
        assertThat(states(member)).as("the new answer stands").containsExactly("ANSWERED");
    }

    @Test
    void itOpensAgainWhenTheEvidenceThatAnsweredItIsRemoved() {
        ask(member, QUESTION, "SK").expect(201);
        var evidence = idOf(upload("sk", QUESTION).expect(201));
        lead.post("/api/assessments/{id}/review/return", Map.of("message", "Perbaiki"), assessment)
                .expect(200);
        coordinator
                .delete("/api/evidence/{id}/links/{a}/{c}", evidence, assessment, QUESTION)
                .expect(200);

        coordinator
                .send(
                        "POST",
                        "/api/evidence/" + evidence + "/removal",
                        BodyPublishers.ofString("{\"reason\": \"keliru\"}"),
                        Map.of("Content-Type", "application/json", "If-Match", "\"1\""))
                .expect(204);

        assertThat(states(member)).containsExactly("OPEN");
        var lost = onSheet(member).path(0).path("lost");
        assertThat(lost.path("reason").asString()).isEqualTo("removed");
        assertThat(lost.path("title").asString()).isEqualTo("sk");
        assertThat(coordinator.get("/api/inquiries").json().size()).isEqualTo(1);
    }

    @Test
    void whatAKillLeftUndoneIsDoneAtTheNextStart() {
        ask(member, QUESTION, "SK").expect(201);
        var evidence = idOf(upload("sk", QUESTION).expect(201));
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(evidence)),
                Update.update("removal", Map.of("by", UUID.randomUUID(), "at", Instant.EPOCH, "reason", "keliru")),
                "evidence");

        reopening.lookAtAll();

        assertThat(states(member)).containsExactly("OPEN");
    }

    @Test
    void anAssessorTakesItBack() {
        var inquiry = idOf(ask(member, QUESTION, "SK").expect(201));

        lead.delete("/api/inquiries/{id}", inquiry).expect(200);

        assertThat(states(coordinator)).containsExactly("WITHDRAWN");
        assertThat(upload("sk", QUESTION).problem()).isEqualTo("not-in-this-stage");
        assertThat(member.delete("/api/inquiries/{id}", inquiry).problem()).isEqualTo("inquiry-closed");
    }

    @Test
    void whatIsStillOpenLapsesWhenTheSheetIsAccepted() {
        ask(member, QUESTION, "SK").expect(201);
        lead.post("/api/assessments/{id}/review/acceptance", null, assessment).expect(200);

        assertThat(states(coordinator)).containsExactly("LAPSED");
        assertThat(coordinator.get("/api/inquiries").json()).isEmpty();
        assertThat(upload("sk", QUESTION).problem()).isEqualTo("not-in-this-stage");
    }

    @Test
    void onlyTheAssessorsOfTheUnitAskAndOnlyTheUnitAnswers() {
        var inquiry = idOf(ask(member, QUESTION, "SK").expect(201));
        var elsewhere = people.unit();
        var stranger = people.person(on(elsewhere, Role.TPI_LEAD), on(elsewhere, Role.UNIT_COORDINATOR));
        var evidence = idOf(coordinator
                .upload("/api/evidence?unit=" + unit + "&fileName=sk.pdf", SampleFiles.pdf("hak " + unit))
                .expect(201));

        assertThat(ask(coordinator, QUESTION, "x").status()).isEqualTo(403);
        assertThat(ask(people.person(everywhere(Role.LEADERSHIP)), QUESTION, "x")
                        .status())
                .isEqualTo(403);
        assertThat(ask(stranger, QUESTION, "x").status()).isEqualTo(404);
        assertThat(stranger.delete("/api/inquiries/{id}", inquiry).status()).isEqualTo(404);
        assertThat(coordinator.delete("/api/inquiries/{id}", inquiry).status()).isEqualTo(403);
        assertThat(member.put("/api/inquiries/{id}/answer", null, Map.of("evidenceId", evidence), inquiry)
                        .status())
                .isEqualTo(403);
        assertThat(stranger.get("/api/inquiries").json()).isEmpty();
    }

    @Test
    void anAreaCoordinatorSeesOnTheirListOnlyTheirAreas() {
        ask(member, QUESTION, "SK").expect(201);

        assertThat(people.person(onAreas(unit, "5")).get("/api/inquiries").json())
                .isEmpty();
        assertThat(people.person(onAreas(unit, "1"))
                        .get("/api/inquiries")
                        .json()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aDueDateInThePastOrAnUnknownQuestionIsRefused() {
        assertThat(ask(member, QUESTION, "SK", LocalDate.now().minusDays(2)).problem())
                .isEqualTo("invalid-request");
        assertThat(ask(member, "X.1", "SK").status()).isEqualTo(404);
        assertThat(ask(member, QUESTION, "  ").problem()).isEqualTo("invalid-request");
    }

    private Answer ask(TestApi who, String code, String text) {
        return ask(who, code, text, LocalDate.now().plusDays(5));
    }

    private Answer ask(TestApi who, String code, String text, LocalDate due) {
        return who.post(
                "/api/assessments/{id}/inquiries",
                Map.of("code", code, "text", text, "due", due.toString()),
                assessment);
    }

    private Answer upload(String words, String code) {
        return coordinator.upload(
                "/api/evidence?unit=" + unit + "&fileName=" + words + ".pdf&assessment=" + assessment + "&question="
                        + code,
                SampleFiles.pdf(words + unit));
    }

    private JsonNode onSheet(TestApi who) {
        return who.get("/api/assessments/{id}/inquiries", assessment)
                .expect(200)
                .json();
    }

    private List<String> states(TestApi who) {
        return StreamSupport.stream(onSheet(who).spliterator(), false)
                .map(it -> it.path("state").asString())
                .toList();
    }

    private List<String> proofs(TestApi who) {
        return StreamSupport.stream(
                        who.get("/api/assessments/{id}/evidence", assessment)
                                .expect(200)
                                .json()
                                .spliterator(),
                        false)
                .map(it -> it.path("code").asString())
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
