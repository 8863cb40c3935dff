package id.zitrack.storage;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.zitrack.TestApi;
import id.zitrack.TestApi.Answer;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.platform.ObjectStore;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** An application with a scanner set up: silent at first, and a real clamd where one is installed. */
@ZiTrackTest
class FileChecksTest {
    private static final int PORT = RunningClamd.freePort();
    private static final String QUESTION = "A.I.1.i.a";

    @Autowired
    private TestPeople people;

    @Autowired
    private ObjectStore store;

    @Autowired
    private MongoTemplate mongo;

    private UUID unit;
    private TestApi coordinator;
    private TestApi assessor;

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry settings) {
        settings.add("zitrack.clamd.address", () -> "127.0.0.1:" + PORT);
    }

    @BeforeEach
    void aUnit() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        assessor = people.person(everywhere(Role.TPI_LEAD));
    }

    @Test
    void whileTheScannerIsSilentFilesWaitAndNothingOpensThem() {
        var assessment = assessment();
        coordinator
                .patch(
                        "/api/assessments/{id}/answers",
                        Map.of("answers", List.of(Map.of("code", QUESTION, "value", "Ya"))),
                        assessment)
                .expect(200);

        var evidence = upload("tunggu.txt", text("tunggu"), "&assessment=" + assessment + "&question=" + QUESTION)
                .expect(201)
                .json();

        assertThat(version(evidence).path("state").asString()).isEqualTo("CHECKING");
        await().untilAsserted(() ->
                assertThat(version(now(evidence)).path("reason").asString()).isEqualTo("scanner-unreachable"));
        for (var caller : List.of(coordinator, assessor)) {
            var content = caller.get("/api/evidence/{id}/versions/1/content", id(evidence));
            var ticket = caller.post("/api/evidence/{id}/versions/1/ticket", null, id(evidence));
            assertThat(List.of(content.problem(), ticket.problem())).containsOnly("file-not-available");
            assertThat(content.json().path("state").asString()).isEqualTo("CHECKING");
        }
        assertThat(coordinator
                        .get("/api/assessments/{id}/submission-check", assessment)
                        .json()
                        .path("unproven")
                        .path(0)
                        .path("code")
                        .asString())
                .as("what nobody has checked proves nothing")
                .isEqualTo(QUESTION);
        var checks = people.administrator().get("/api/file-checks").expect(200).json();
        assertThat(checks.path("scanner").asString()).isEqualTo("SILENT");
        assertThat(checks.path("waiting").asInt()).isPositive();
        assertThat(checks.path("waitingSince").asString()).isNotEmpty();
        assertThat(people.administrator().post("/api/file-checks/release", null).problem())
                .isEqualTo("scanner-is-on");
        assertThat(people.nobody()
                        .get("/api/configuration")
                        .json()
                        .path("malwareScan")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theSameFileBroughtAgainWaitsToo() {
        var bytes = text("dua kali");
        upload("a.txt", bytes, "").expect(201);

        var again = upload("a.txt", bytes, "").expect(200).json();

        assertThat(version(again).path("state").asString()).isIn("CHECKING", "AVAILABLE");
        assertThat(store.exists(StoredFile.key(version(again).path("sha256").asString())))
                .isTrue();
    }

    @Test
    void whenTheScannerComesBackFilesAreJudged() {
        assumeTrue(RunningClamd.isInstalled(), "clamd is not installed (Debian: clamav-daemon)");
        var clean = upload("bersih.txt", text("bersih"), "").expect(201).json();
        var infected =
                upload("jahat.txt", text(RunningClamd.MARK), "").expect(201).json();
        var large = upload("besar.txt", text("besar ".repeat(300_000)), "")
                .expect(201)
                .json();
        var lost = upload("hilang.txt", text("hilang"), "").expect(201).json();
        store.delete(StoredFile.key(version(lost).path("sha256").asString()));
        var changed = upload("berubah.txt", text("berubah"), "").expect(201).json();
        var other = text("berubah lain");
        store.put(
                StoredFile.key(version(changed).path("sha256").asString()),
                new ByteArrayInputStream(other),
                other.length,
                "text/plain");
        await().untilAsserted(() ->
                assertThat(version(now(clean)).path("reason").asString()).isEqualTo("scanner-unreachable"));

        try (var clamd = RunningClamd.on(PORT)) {
            assertThat(clamd).isNotNull();
            awaitState(clean, "AVAILABLE", "");
            awaitState(infected, "QUARANTINED", "malware");
            awaitState(large, "CHECKING", "too-large-to-scan");
            awaitState(lost, "QUARANTINED", "broken");
            awaitState(changed, "QUARANTINED", "broken");

            assertThat(coordinator
                            .get("/api/evidence/{id}/versions/1/content", id(clean))
                            .expect(200)
                            .text())
                    .contains("bersih");
            assertThat(version(now(infected)).path("malware").asString()).isEqualTo("Test.Mark.UNOFFICIAL");
            assertThat(coordinator
                            .get("/api/evidence/{id}/versions/1/content", id(infected))
                            .problem())
                    .isEqualTo("file-not-available");
            theAdministratorSeesItAndHasItJudgedAgain(infected);
            nobodyBringsItAgain();
        }
    }

    @Test
    void newSignaturesFindWhatIsOpenAlready() {
        assumeTrue(RunningClamd.isInstalled(), "clamd is not installed (Debian: clamav-daemon)");
        var later =
                upload("kelak.txt", text("baru dikenal kelak"), "").expect(201).json();
        var clean = upload("tetap.txt", text("tetap bersih"), "").expect(201).json();

        try (var clamd = RunningClamd.on(PORT)) {
            awaitState(later, "AVAILABLE", "");
            awaitState(clean, "AVAILABLE", "");

            clamd.update(27_001, "Test.Later", "baru dikenal");

            awaitState(later, "QUARANTINED", "malware");
            assertThat(version(now(later)).path("malware").asString()).isEqualTo("Test.Later.UNOFFICIAL");
            assertThat(coordinator
                            .get("/api/evidence/{id}/versions/1/content", id(later))
                            .problem())
                    .isEqualTo("file-not-available");
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                var checks = people.administrator()
                        .get("/api/file-checks")
                        .expect(200)
                        .json();
                assertThat(checks.path("database").asLong()).isEqualTo(27_001);
                assertThat(checks.path("toRescan").asLong()).isZero();
                assertThat(checks.path("infected"))
                        .anySatisfy(it -> assertThat(it.path("malware").asString() + it.path("database"))
                                .isEqualTo("Test.Later.UNOFFICIAL27001"));
            });
            awaitState(clean, "AVAILABLE", "");
            assertThat(mongo.findById(version(clean).path("sha256").asString(), StoredFile.class))
                    .extracting("scan.database")
                    .isEqualTo(27_001L);
        }
    }

    private void theAdministratorSeesItAndHasItJudgedAgain(JsonNode evidence) {
        var administrator = people.administrator();
        var checks = administrator.get("/api/file-checks").expect(200).json();
        assertThat(checks.path("scanner").asString()).isEqualTo("ANSWERING");
        assertThat(checks.path("tooLargeToScan").asInt()).isPositive();
        var found = checks.path("infected").path(0);
        assertThat(found.path("malware").asString()).isEqualTo("Test.Mark.UNOFFICIAL");
        assertThat(found.path("uses").path(0).path("evidenceId").asString()).isEqualTo(id(evidence));
        var sha256 = found.path("sha256").asString();

        administrator.post("/api/file-checks/{sha256}/again", null, sha256).expect(204);

        awaitState(evidence, "QUARANTINED", "malware");
        assertThat(administrator
                        .post("/api/file-checks/{sha256}/again", null, "0".repeat(64))
                        .status())
                .isEqualTo(404);

        hide(evidence);
        assertThat(administrator
                        .get("/api/file-checks")
                        .json()
                        .path("infected")
                        .path(0)
                        .path("uses")
                        .size())
                .as("secret evidence stays unknown to administrators")
                .isZero();
    }

    private void nobodyBringsItAgain() {
        var other = people.unit();
        var elsewhere = people.person(on(other, Role.UNIT_COORDINATOR));

        var refused = elsewhere.upload("/api/evidence?unit={unit}&fileName=lagi.txt", text(RunningClamd.MARK), other);

        assertThat(refused.problem()).isEqualTo("type-refused");
        assertThat(refused.json().path("reason").asString()).isEqualTo("malware");
    }

    private void hide(JsonNode evidence) {
        var body = new LinkedHashMap<String, Object>();
        body.put("title", "Laporan WBS");
        body.put("confidentiality", "secret");
        coordinator.put("/api/evidence/{id}", "\"1\"", body, id(evidence)).expect(200);
    }

    private void awaitState(JsonNode evidence, String state, String reason) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var version = version(now(evidence));
            assertThat(version.path("state").asString() + " "
                            + version.path("reason").asString(""))
                    .isEqualTo(state + " " + reason);
        });
    }

    private Answer upload(String name, byte[] bytes, String more) {
        return coordinator.upload("/api/evidence?unit={unit}&fileName={name}" + more, bytes, unit, name);
    }

    private String assessment() {
        var period = people.period("lke-90-2021");
        return id(coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", period))
                .expect(201)
                .json());
    }

    private JsonNode now(JsonNode evidence) {
        return coordinator.get("/api/evidence/{id}", id(evidence)).expect(200).json();
    }

    private static JsonNode version(JsonNode evidence) {
        return evidence.path("versions").path(0);
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asString();
    }

    private static byte[] text(String text) {
        return (text + "\n").getBytes(UTF_8);
    }
}
