package id.zitrack.evidence;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestApi.Answer;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.instrument.Confidentiality;
import id.zitrack.platform.ObjectStore;
import id.zitrack.storage.DiscardingFiles;
import id.zitrack.storage.FileLookup;
import id.zitrack.storage.FileState;
import id.zitrack.storage.StoredFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
class KeepingApiTest {
    private static final Map<String, String> WHY = Map.of("reason", "Salah unggah");
    private static final int SIX_YEARS = 6 * 366;

    @Autowired
    private TestPeople people;

    @Autowired
    private ObjectStore store;

    @Autowired
    private FileLookup files;

    @Autowired
    private EvidenceRecords records;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private DiscardingPurged discarding;

    @Autowired
    private Clock clock;

    private TestApi administrator;
    private TestApi coordinator;
    private UUID unit;

    @BeforeEach
    void aUnit() {
        administrator = people.administrator();
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
    }

    @Test
    void whatWasRemovedIsListedWithWhoWhenAndWhyAndComesBack() {
        var id = upload("Notulen");

        remove(id).expect(204);

        coordinator.get("/api/evidence/{id}", id).expect(404);
        coordinator.get("/api/evidence/{id}/versions/1/content", id).expect(404);
        var removed = kept(coordinator, "REMOVED", id);
        assertThat(removed.path("title").asString()).isEqualTo("Notulen");
        assertThat(removed.path("history").path(0).path("kind").asString()).isEqualTo("REMOVED");
        assertThat(removed.path("history").path(0).path("reason").asString()).isEqualTo("Salah unggah");
        assertThat(removed.path("history").path(0).path("by").asString()).startsWith("Orang ");
        assertThat(Instant.parse(removed.path("purgeableFrom").asString()))
                .isAfter(clock.instant().plus(Duration.ofDays(5 * 365 - 1)));
        assertThat(texts(removed.path("may"))).containsExactly("RESTORE_EVIDENCE");

        coordinator.post("/api/evidence/{id}/restoration", WHY, id).expect(200);

        coordinator.get("/api/evidence/{id}", id).expect(200);
        coordinator.get("/api/evidence/{id}/versions/1/content", id).expect(200);
        assertThat(kept(coordinator, "REMOVED", id).isMissingNode()).isTrue();
        coordinator.post("/api/evidence/{id}/restoration", WHY, id).expect(404);
    }

    @Test
    void everyStepNeedsAReason() {
        var id = upload("Alasan");

        for (var step : List.of("removal", "restoration", "hold", "release", "purge")) {
            for (var empty : List.of(Map.of(), Map.of("reason", " "), Map.of("reason", "x".repeat(501)))) {
                assertThat(administrator
                                .post("/api/evidence/{id}/" + step, empty, id)
                                .status())
                        .as(step)
                        .isIn(400, 403, 404);
            }
        }
        assertThat(coordinator.post("/api/evidence/{id}/removal", Map.of(), id).status())
                .isEqualTo(400);
        coordinator.get("/api/evidence/{id}", id).expect(200);
    }

    @Test
    void aHoldKeepsEvidenceFromBeingRemovedAndDestroyed() {
        var id = upload("Ditahan");
        administrator
                .post("/api/evidence/{id}/hold", Map.of("reason", "Pemeriksaan BPK"), id)
                .expect(200);

        var refused = remove(id);

        assertThat(refused.problem()).isEqualTo("evidence-held");
        assertThat(refused.json().path("because").asString()).isEqualTo("Pemeriksaan BPK");
        assertThat(kept(administrator, "HELD", id).path("heldBecause").asString())
                .isEqualTo("Pemeriksaan BPK");
        administrator.post("/api/evidence/{id}/release", WHY, id).expect(200);
        remove(id).expect(204);
        longAgo(id);
        administrator.post("/api/evidence/{id}/hold", WHY, id).expect(200);
        assertThat(administrator.post("/api/evidence/{id}/purge", WHY, id).problem())
                .isEqualTo("evidence-held");
        administrator.post("/api/evidence/{id}/release", WHY, id).expect(200);
        var purged = administrator
                .post("/api/evidence/{id}/purge", WHY, id)
                .expect(200)
                .json();
        assertThat(kinds(purged)).containsExactly("HELD", "RELEASED", "REMOVED", "HELD", "RELEASED", "PURGED");
    }

    @Test
    void nothingIsDestroyedBeforeTheRetentionTimeIsOver() {
        var id = upload("Terlalu dini");
        assertThat(administrator.post("/api/evidence/{id}/purge", WHY, id).problem())
                .as("not removed at all")
                .isEqualTo("retention-running");
        remove(id).expect(204);

        var refused = administrator.post("/api/evidence/{id}/purge", WHY, id);

        assertThat(refused.problem()).isEqualTo("retention-running");
        assertThat(Instant.parse(refused.json().path("until").asString())).isAfter(clock.instant());
        assertThat(texts(kept(administrator, "REMOVED", id).path("may"))).doesNotContain("PURGE_EVIDENCE");
        longAgo(id);
        assertThat(texts(kept(administrator, "REMOVED", id).path("may"))).contains("PURGE_EVIDENCE");
    }

    @Test
    void destroyedFilesAreGoneButWhatTheyWereStaysOnRecord() {
        var id = upload("Dimusnahkan");
        var sha256 = hashOf(id);
        remove(id).expect(204);
        longAgo(id);

        administrator.post("/api/evidence/{id}/purge", WHY, id).expect(200);
        var now = clock.instant();
        discarding.run(now);
        assertThat(store.exists(StoredFile.key(sha256))).as("withheld first").isTrue();
        discarding.run(now.plus(DiscardingFiles.WITHHELD_BEFORE).plusSeconds(1));

        assertThat(store.exists(StoredFile.key(sha256))).isFalse();
        assertThat(files.find(sha256)).isEmpty();
        var purged = kept(administrator, "PURGED", id);
        assertThat(purged.path("title").asString()).isEqualTo("Dimusnahkan");
        assertThat(kinds(purged)).containsExactly("REMOVED", "PURGED");
        assertThat(purged.path("may").isEmpty()).isTrue();
        coordinator.post("/api/evidence/{id}/restoration", WHY, id).expect(404);
        administrator.post("/api/evidence/{id}/purge", WHY, id).expect(404);
        assertThat(hashOf(upload("Dimusnahkan"))).isEqualTo(sha256);
    }

    @Test
    void bytesThatAnotherRecordNeedsAreNeverDestroyed() {
        var id = upload("Dipakai unit lain");
        var sha256 = hashOf(id);
        var elsewhere = people.unit();
        var other = people.person(on(elsewhere, Role.UNIT_COORDINATOR));
        var same = UUID.fromString(
                other.upload("/api/evidence?fileName=sama.txt&unit={unit}", bytes("Dipakai unit lain"), elsewhere)
                        .expect(201)
                        .json()
                        .path("id")
                        .asString());
        remove(id).expect(204);
        longAgo(id);

        administrator.post("/api/evidence/{id}/purge", WHY, id).expect(200);
        discardAll();

        assertThat(files.find(sha256)).isPresent();
        other.get("/api/evidence/{id}/versions/1/content", same).expect(200);
    }

    @Test
    void whoBringsTheFileAgainWhileItIsBeingDestroyedKeepsIt() {
        var id = upload("Datang lagi");
        remove(id).expect(204);
        longAgo(id);
        administrator.post("/api/evidence/{id}/purge", WHY, id).expect(200);
        var now = clock.instant();
        discarding.run(now);

        var again = upload("Datang lagi");
        discarding.run(now.plus(DiscardingFiles.WITHHELD_BEFORE).plusSeconds(1));

        assertThat(again).isNotEqualTo(id);
        coordinator.get("/api/evidence/{id}/versions/1/content", again).expect(200);
    }

    @Test
    void aFileThatNobodyHasScannedYetWaitsForItAlsoAfterItsDestructionWasTakenBack() {
        var scan = StoredFile.Scan.dueAt(clock.instant().plus(Duration.ofDays(1)));

        var file = takenBackFromDestruction(
                "Belum dipindai", Update.update("state", FileState.CHECKING).set("scan", scan));

        assertThat(file.state()).isEqualTo(FileState.CHECKING);
        assertThat(file.reason()).isNull();
    }

    @Test
    void aFileWithheldForMalwareStaysWithheldAlsoAfterItsDestructionWasTakenBack() {
        var judged = new StoredFile.Scan(null, 1, clock.instant(), "Eicar-Test-Signature", null);

        var file = takenBackFromDestruction(
                "Berisi malware",
                Update.update("state", FileState.QUARANTINED)
                        .set("reason", "malware")
                        .set("scan", judged));

        assertThat(file.state()).isEqualTo(FileState.QUARANTINED);
        assertThat(file.reason()).isEqualTo("malware");
    }

    /** The file after it was withheld for being destroyed, and another record has come that needs it. */
    private StoredFile takenBackFromDestruction(String title, Update found) {
        var id = upload(title);
        var sha256 = hashOf(id);
        remove(id).expect(204);
        longAgo(id);
        mongo.updateFirst(Query.query(Criteria.where("_id").is(sha256)), found, StoredFile.class);
        administrator.post("/api/evidence/{id}/purge", WHY, id).expect(200);
        discarding.run(clock.instant());
        assertThat(waitsToBeDestroyed(sha256)).isTrue();
        var needed = Evidence.version(
                1, files.find(sha256).orElseThrow(), "a.txt", null, coordinator.personId(), clock.instant());
        var details = Details.titled(title, Confidentiality.INTERNAL);
        var institution = UUID.fromString(administrator
                .get("/api/institution")
                .expect(200)
                .json()
                .path("id")
                .asString());
        records.insert(Evidence.of(UUID.randomUUID(), institution, unit, details, needed));

        discarding.run(clock.instant());

        assertThat(store.exists(StoredFile.key(sha256))).isTrue();
        assertThat(waitsToBeDestroyed(sha256)).isFalse();
        return files.find(sha256).orElseThrow();
    }

    @Test
    void eachStepIsForItsRolesAtEveryState() {
        var leader = people.person(everywhere(Role.LEADERSHIP));
        var assessor = people.person(everywhere(Role.TPI_LEAD));
        var area = people.person(on(unit, Role.AREA_COORDINATOR));
        var elsewhere = people.person(on(people.unit(), Role.UNIT_COORDINATOR));
        var live = upload("Hidup");
        var removed = upload("Terhapus");
        remove(removed).expect(204);

        for (var id : List.of(live, removed)) {
            var isLive = id.equals(live);
            for (var step : List.of("removal", "restoration", "hold", "release", "purge")) {
                assertThat(status(people.nobody(), id, step)).as(step).isEqualTo(401);
                assertThat(status(elsewhere, id, step))
                        .as("another unit: " + step)
                        .isEqualTo(404);
                var refused = step.equals("removal") && !isLive ? 404 : 403;
                assertThat(status(leader, id, step)).as("leadership: " + step).isEqualTo(refused);
                assertThat(status(assessor, id, step)).as("TPI: " + step).isEqualTo(refused);
            }
            for (var step : List.of("hold", "release", "purge")) {
                assertThat(status(coordinator, id, step)).as(step).isEqualTo(403);
                assertThat(status(area, id, step)).as(step).isEqualTo(403);
            }
        }
        assertThat(status(administrator, live, "removal")).isEqualTo(403);
        assertThat(status(administrator, removed, "restoration")).isEqualTo(200);
        remove(removed).expect(204);
        assertThat(status(area, removed, "restoration")).isEqualTo(200);
        leader.get("/api/kept-evidence").expect(403);
        elsewhere.get("/api/kept-evidence?unit={unit}", unit).expect(404);
        assertThat(elsewhere.get("/api/kept-evidence").expect(200).text()).doesNotContain("Terhapus");
    }

    @Test
    void aSecretStaysSecretAlsoWhenItIsRemoved() {
        var id = upload("Laporan rahasia");
        coordinator
                .put("/api/evidence/{id}", "\"1\"", Map.of("title", "Laporan rahasia", "confidentiality", "secret"), id)
                .expect(200);
        administrator.post("/api/evidence/{id}/hold", WHY, id).expect(404);
        removeAt(id, "\"2\"").expect(204);

        assertThat(kept(administrator, "REMOVED", id).isMissingNode()).isTrue();
        administrator.post("/api/evidence/{id}/hold", WHY, id).expect(404);
        administrator.post("/api/evidence/{id}/restoration", WHY, id).expect(404);
        assertThat(kept(coordinator, "REMOVED", id).isMissingNode()).isFalse();
        coordinator.post("/api/evidence/{id}/restoration", WHY, id).expect(200);
    }

    @Test
    void theListComesInPages() {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            var id = upload("Halaman " + i);
            remove(id).expect(204);
            ids.add(0, id);
        }

        var seen = new ArrayList<UUID>();
        var cursor = "";
        do {
            var page = coordinator
                    .get("/api/kept-evidence?limit=2&unit={unit}&cursor=" + cursor, unit)
                    .expect(200)
                    .json();
            page.path("items")
                    .forEach(it -> seen.add(UUID.fromString(it.path("id").asString())));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyElementsOf(ids);
        coordinator.get("/api/kept-evidence?cursor=bukan").expect(400);
    }

    // ---- Fixtures

    private UUID upload(String title) {
        return UUID.fromString(coordinator
                .upload("/api/evidence?unit={unit}&fileName={name}.txt", bytes(title), unit, title.replace(" ", "%20"))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    private byte[] bytes(String title) {
        return (title + " " + unit + "\n").repeat(50).getBytes(UTF_8);
    }

    private String hashOf(UUID id) {
        return coordinator
                .get("/api/evidence/{id}", id)
                .expect(200)
                .json()
                .path("versions")
                .path(0)
                .path("sha256")
                .asString();
    }

    private Answer remove(UUID id) {
        return removeAt(id, "\"1\"");
    }

    private Answer removeAt(UUID id, String revision) {
        return coordinator.send(
                "POST",
                "/api/evidence/" + id + "/removal",
                java.net.http.HttpRequest.BodyPublishers.ofString("{\"reason\": \"Salah unggah\"}"),
                Map.of("Content-Type", "application/json", "If-Match", revision));
    }

    private static int status(TestApi caller, UUID id, String step) {
        return caller.post("/api/evidence/{id}/" + step, WHY, id).status();
    }

    /** Lets the removal be longer ago than the retention time. */
    private void longAgo(UUID id) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id)),
                Update.update("removal.at", clock.instant().minus(Duration.ofDays(SIX_YEARS))),
                Evidence.class);
    }

    private boolean waitsToBeDestroyed(String sha256) {
        return mongo.exists(
                Query.query(Criteria.where("_id").is(sha256).and("discardAt").ne(null)), "files");
    }

    private void discardAll() {
        discarding.run(clock.instant());
        discarding.run(clock.instant().plus(DiscardingFiles.WITHHELD_BEFORE).plusSeconds(1));
    }

    private JsonNode kept(TestApi caller, String state, UUID id) {
        var page = caller.get("/api/kept-evidence?limit=100&unit={unit}&state={state}", unit, state)
                .expect(200)
                .json();
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(it -> it.path("id").asString().equals(id.toString()))
                .findFirst()
                .orElse(page.path("none"));
    }

    private static List<String> kinds(JsonNode kept) {
        return StreamSupport.stream(kept.path("history").spliterator(), false)
                .map(it -> it.path("kind").asString())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
