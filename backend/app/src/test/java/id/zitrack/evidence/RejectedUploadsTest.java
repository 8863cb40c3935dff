package id.zitrack.evidence;

import static id.zitrack.TestPeople.on;
import static id.zitrack.TestPeople.onAreas;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.inspection.SampleFiles;
import id.zitrack.storage.StoredFile;
import id.zitrack.upload.TusCaller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
class RejectedUploadsTest {
    private static final byte[] PROGRAM = SampleFiles.program();

    @Autowired
    private TestPeople people;

    @Autowired
    private RememberingRejected remembering;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Clock clock;

    private UUID unit;
    private TestApi coordinator;
    private TestApi areaCoordinator;

    @BeforeEach
    void aUnit() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        areaCoordinator = people.person(onAreas(unit, "A.I.1"));
    }

    @Test
    void aRefusedFileIsListedWithoutItsBytes() {
        refuse(areaCoordinator, "../laporan.exe");

        var listed = ofUnit(coordinator);

        assertThat(listed).hasSize(1);
        var file = listed.get(0);
        assertThat(file.path("fileName").asString()).isEqualTo("laporan.exe");
        assertThat(file.path("size").asInt()).isEqualTo(PROGRAM.length);
        assertThat(file.path("sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(file.path("problem").asString()).isEqualTo("type-refused");
        assertThat(file.path("reason").asString()).isEqualTo("can-run");
        assertThat(file.path("by").path("id").asString()).isEqualTo(String.valueOf(areaCoordinator.personId()));
        assertThat(mongo.findById(file.path("sha256").asString(), StoredFile.class))
                .isNull();
        assertThat(people.administrator()
                        .get("/api/rejected-uploads")
                        .expect(200)
                        .json())
                .anySatisfy(it -> assertThat(it.path("unitId").asString()
                                + it.path("fileName").asString())
                        .isEqualTo(unit + "laporan.exe"));
    }

    @Test
    void anUploadInPiecesIsListedToo() {
        var caller = new TusCaller(areaCoordinator);
        var path = caller.begin(TusCaller.newEvidence("cicil.exe", unit), PROGRAM.length);

        caller.patch(path, 0, PROGRAM);

        assertThat(names(ofUnit(areaCoordinator))).containsExactly("cicil.exe");
    }

    @Test
    void tryingTheSameFileAgainAddsNothing() {
        refuse(coordinator, "a.exe");
        refuse(coordinator, "a.exe");
        refuse(coordinator, "b.exe");

        assertThat(names(ofUnit(coordinator))).containsExactly("b.exe", "a.exe");
    }

    @Test
    void whoeverIsNotTheCoordinatorSeesTheirOwn() {
        refuse(coordinator, "koordinator.exe");
        refuse(areaCoordinator, "area.exe");

        assertThat(names(ofUnit(areaCoordinator))).containsExactly("area.exe");
        assertThat(names(ofUnit(coordinator))).containsExactly("area.exe", "koordinator.exe");
        assertThat(people.person(on(people.unit(), Role.UNIT_COORDINATOR))
                        .get("/api/units/{id}/rejected-uploads", unit)
                        .status())
                .isEqualTo(404);
        assertThat(coordinator.get("/api/rejected-uploads").status()).isEqualTo(403);
    }

    @Test
    void whatWasMeantToBeSecretStaysWithItsSender() {
        var other = people.person(on(unit, Role.UNIT_COORDINATOR));
        var evidence = coordinator
                .upload("/api/evidence?unit={unit}&fileName=wbs.pdf", SampleFiles.pdf("rahasia " + unit), unit)
                .expect(201)
                .json()
                .path("id")
                .asString();
        coordinator
                .put("/api/evidence/{id}", "\"1\"", Map.of("title", "WBS", "confidentiality", "secret"), evidence)
                .expect(200);

        coordinator
                .upload("/api/evidence/{id}/versions?fileName=pelapor.exe", PROGRAM, evidence)
                .expect(415);

        assertThat(names(ofUnit(coordinator))).containsExactly("pelapor.exe");
        assertThat(ofUnit(other)).isEmpty();
        assertThat(people.administrator()
                        .get("/api/rejected-uploads")
                        .expect(200)
                        .text())
                .doesNotContain("pelapor.exe");
    }

    @Test
    void afterThirtyDaysItIsForgotten() {
        var old = clock.instant().minus(RememberingRejected.REMEMBERED).minusSeconds(1);
        mongo.insert(rejected(unit, UUID.randomUUID(), "lama.exe", old));
        mongo.insert(rejected(unit, UUID.randomUUID(), "baru.exe", old.plus(Duration.ofDays(1))));

        assertThat(names(ofUnit(coordinator))).containsExactly("baru.exe");
        remembering.forget();

        assertThat(mongo.find(Query.query(Criteria.where("unitId").is(unit)), RejectedUpload.class))
                .extracting(RejectedUpload::fileName)
                .containsExactly("baru.exe");
    }

    @Test
    void theOldestMakeRoom() {
        refuse(coordinator, "pertama.exe");
        var institution = mongo.find(Query.query(Criteria.where("unitId").is(unit)), RejectedUpload.class)
                .get(0)
                .institutionId();
        var now = clock.instant();
        mongo.insertAll(IntStream.range(0, RememberingRejected.MOST)
                .mapToObj(it -> rejected(unit, institution, it + ".exe", now.plusMillis(it)))
                .toList());

        refuse(coordinator, "terakhir.exe");

        assertThat(mongo.count(Query.query(Criteria.where("institutionId").is(institution)), RejectedUpload.class))
                .isLessThanOrEqualTo(RememberingRejected.MOST);
        assertThat(mongo.find(Query.query(Criteria.where("unitId").is(unit)), RejectedUpload.class))
                .extracting(RejectedUpload::fileName)
                .contains("terakhir.exe", "999.exe")
                .doesNotContain("pertama.exe");
        mongo.remove(Query.query(Criteria.where("unitId").is(unit)), RejectedUpload.class);
    }

    private void refuse(TestApi sender, String name) {
        sender.upload("/api/evidence?unit={unit}&fileName={name}", PROGRAM, unit, name)
                .expect(415);
    }

    private List<JsonNode> ofUnit(TestApi caller) {
        var listed =
                caller.get("/api/units/{id}/rejected-uploads", unit).expect(200).json();
        return StreamSupport.stream(listed.spliterator(), false).toList();
    }

    private static List<String> names(List<JsonNode> files) {
        return files.stream().map(it -> it.path("fileName").asString()).toList();
    }

    private static RejectedUpload rejected(UUID unit, UUID institution, String name, Instant at) {
        return new RejectedUpload(
                UUID.randomUUID(),
                institution,
                unit,
                UUID.randomUUID(),
                at,
                name,
                1,
                "0".repeat(64),
                "type-refused",
                "can-run",
                false);
    }
}
