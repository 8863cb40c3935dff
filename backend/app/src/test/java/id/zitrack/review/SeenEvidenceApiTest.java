package id.zitrack.review;

import static id.zitrack.TestPeople.on;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.TestSheets;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.instrument.Instrument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
class SeenEvidenceApiTest {
    private static final Instrument LKE = TestSheets.instrument(TestSheets.LKE);
    private static final String QUESTION = TestSheets.choices(LKE).get(0);

    @Autowired
    private TestPeople people;

    private UUID unit;
    private UUID id;
    private UUID evidence;
    private String best;
    private TestApi coordinator;
    private TestApi member;
    private TestApi lead;

    @BeforeEach
    void aSubmittedAnswerWithItsProof() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        member = people.person(on(unit, Role.TPI_MEMBER));
        lead = people.person(on(unit, Role.TPI_LEAD));
        best = TestSheets.best(LKE.question(QUESTION));
        id = UUID.fromString(coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", people.period(TestSheets.LKE)))
                .expect(201)
                .json()
                .path("id")
                .asString());
        coordinator
                .put("/api/assessments/{id}/answers/{code}", "\"0\"", Map.of("value", best), id, QUESTION)
                .expect(200);
        evidence = upload("sk.pdf", 1);
        coordinator
                .post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), id)
                .expect(200);
    }

    @Test
    void aVerdictIsMarkedWhenANewerVersionAppearsAndStillCounts() {
        judge(member, 0, null).expect(200);
        assertThat(changes(member)).isEmpty();

        newVersion();

        var change = changes(lead).path(0);
        assertThat(change.path("evidenceId").asString()).isEqualTo(evidence.toString());
        assertThat(change.path("seen").asInt()).isEqualTo(1);
        assertThat(change.path("now").asInt()).isEqualTo(2);
        assertThat(review(lead).path("judged").asInt()).isEqualTo(1);
    }

    @Test
    void judgingAgainTakesTheMarkOff() {
        judge(member, 0, null).expect(200);
        newVersion();

        judge(member, 1, null).expect(200);

        assertThat(changes(member)).isEmpty();
    }

    @Test
    void whatCameWhileTheAssessorWasReadingWasNotSeen() {
        newVersion();

        judge(member, 0, List.of(Map.of("evidenceId", evidence, "version", 1))).expect(200);

        assertThat(changes(member).path(0).path("seen").asInt()).isEqualTo(1);
        judge(member, 1, List.of()).expect(200);
        assertThat(changes(member).path(0).path("seen").isNull()).isTrue();
    }

    @Test
    void aVersionNobodyHasCannotBeSeen() {
        judge(member, 0, List.of(Map.of("evidenceId", evidence, "version", 7))).expect(200);

        assertThat(changes(member)).isEmpty();
        newVersion();
        assertThat(changes(member).size()).isEqualTo(1);
    }

    @Test
    void whatTheUnitBringsOnRequestMarksTheVerdictToo() {
        lead.post("/api/assessments/{id}/review/agreement", Map.of(), id).expect(200);
        member.post(
                        "/api/assessments/{id}/inquiries",
                        Map.of(
                                "code",
                                QUESTION,
                                "text",
                                "Notulen",
                                "due",
                                LocalDate.now().plusDays(3).toString()),
                        id)
                .expect(201);

        var added = upload("notulen.pdf", 2);

        var change = changes(lead).path(0);
        assertThat(change.path("evidenceId").asString()).isEqualTo(added.toString());
        assertThat(change.path("seen").isNull()).isTrue();
    }

    @Test
    void secretEvidenceMarksNothingForThoseWhoMayNotKnowOfIt() {
        judge(member, 0, null).expect(200);
        newVersion();
        coordinator
                .put(
                        "/api/evidence/{id}",
                        coordinator.get("/api/evidence/{id}", evidence).etag(),
                        Map.of("title", "Laporan", "confidentiality", "secret", "readers", List.of(member.personId())),
                        evidence)
                .expect(200);

        assertThat(changes(member).size()).isEqualTo(1);
        assertThat(changes(lead)).isEmpty();
    }

    private TestApi.Answer judge(TestApi who, long revision, @Nullable List<Map<String, Object>> seen) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("value", best);
        body.put("seen", seen);
        return who.put("/api/assessments/{id}/review/verdicts/{code}", "\"" + revision + "\"", body, id, QUESTION);
    }

    private JsonNode changes(TestApi who) {
        return review(who).path("voices").path(0).path("verdicts").path(0).path("evidenceChanges");
    }

    private JsonNode review(TestApi who) {
        return who.get("/api/assessments/{id}/review", id).expect(200).json();
    }

    private void newVersion() {
        coordinator
                .upload("/api/evidence/{id}/versions?fileName=sk2.pdf", pdf(3), evidence)
                .expect(201);
    }

    private UUID upload(String name, int pages) {
        return UUID.fromString(coordinator
                .upload(
                        "/api/evidence?unit=" + unit + "&fileName=" + name + "&assessment=" + id + "&question="
                                + QUESTION,
                        pdf(pages))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    private static byte[] pdf(int pages) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
