package id.zitrack.storage;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.platform.ObjectStore;
import id.zitrack.platform.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
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
class SweepTest {
    private static final String QUESTION = "A.I.1.i.a";

    @Autowired
    private TestPeople people;

    @Autowired
    private ObjectStore store;

    @Autowired
    private StoredFiles files;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Damage damage;

    @Autowired
    private FileReferences references;

    @Autowired
    private Clock clock;

    @Autowired
    private Settings settings;

    private TestApi administrator;
    private TestApi coordinator;
    private UUID unit;
    private UUID assessment;

    @BeforeEach
    void aUnitWithItsAssessment() {
        administrator = people.administrator();
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        assessment = UUID.fromString(coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", people.period("lke-90-2021")))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    @Test
    void findsAFlippedByteATruncatedAndADeletedFileAndNamesTheirEvidence() {
        var whole = upload("utuh");
        var flipped = upload("berubah");
        var truncated = upload("terpotong");
        var deleted = upload("hilang");
        overwrite(flipped, flip(bytes("berubah")));
        overwrite(truncated, Arrays.copyOf(bytes("terpotong"), 100));
        store.delete(key(deleted));

        var report = sweep();

        assertThat(alarm(report, flipped).path("kind").asString()).isEqualTo("DAMAGED");
        assertThat(alarm(report, truncated).path("kind").asString()).isEqualTo("DAMAGED");
        assertThat(alarm(report, deleted).path("kind").asString()).isEqualTo("MISSING");
        assertThat(alarm(report, whole).isMissingNode()).isTrue();
        var use = alarm(report, deleted).path("uses").path(0);
        assertThat(use.path("title").asString()).isEqualTo("hilang");
        assertThat(use.path("unitId").asString()).isEqualTo(unit.toString());
        assertThat(report.path("last").path("damaged").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(report.path("last").path("missing").asInt()).isGreaterThanOrEqualTo(1);
        assertThat(content(flipped).problem()).isEqualTo("file-not-available");
        assertThat(content(whole).status()).isEqualTo(200);
    }

    @Test
    void theDossierIsRefusedWithTheNamesOfWhatIsDamagedUntilItIsBroughtAgain() {
        var damaged = upload("SK Tim Kerja");
        overwrite(damaged, flip(bytes("SK Tim Kerja")));
        var path = "/api/assessments/{id}/dossier/tickets";
        coordinator.post(path, Map.of("kind", "zip"), assessment).expect(200);

        sweep();

        var refused = coordinator.post(path, Map.of("kind", "zip"), assessment);
        assertThat(refused.problem()).isEqualTo("dossier-broken");
        assertThat(refused.json().path("evidence").path(0).asString()).isEqualTo("SK Tim Kerja");
        coordinator.post(path, Map.of("kind", "pdf"), assessment).expect(200);
        upload("SK Tim Kerja");
        coordinator.post(path, Map.of("kind", "zip"), assessment).expect(200);
    }

    @Test
    void aDossierReadsEveryFileAgainAndRaisesTheAlarmItself() {
        var damaged = upload("dibaca saat ekspor");
        overwrite(damaged, flip(bytes("dibaca saat ekspor")));
        var url = coordinator
                .post("/api/assessments/{id}/dossier/tickets", Map.of("kind", "zip"), assessment)
                .expect(200)
                .json()
                .path("url")
                .asString();

        try {
            people.nobody().get(url);
        } catch (RuntimeException brokenLine) {
            // The archive had begun; it ends like a broken line.
        }

        assertThat(files.findById(hash(damaged)).orElseThrow().state()).isEqualTo(FileState.QUARANTINED);
    }

    @Test
    void whatWasRestoredFromABackupIsGivenFreeByTheNextSweep() {
        var evidence = upload("dipulihkan");
        store.delete(key(evidence));
        assertThat(alarm(sweep(), evidence).isMissingNode()).isFalse();

        overwrite(evidence, bytes("dipulihkan"));

        assertThat(alarm(sweep(), evidence).isMissingNode()).isTrue();
        assertThat(content(evidence).expect(200).bytes()).isEqualTo(bytes("dipulihkan"));
    }

    @Test
    void aRestoredFileThatNobodyHasScannedYetStillWaitsForIt() {
        var evidence = upload("dipulihkan, belum dipindai");
        var scan = StoredFile.Scan.dueAt(clock.instant().plus(Duration.ofDays(1)));
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(hash(evidence))),
                Update.update("state", FileState.CHECKING).set("scan", scan),
                StoredFile.class);
        damage.found(files.findById(hash(evidence)).orElseThrow(), Damage.Kind.DAMAGED);

        sweep();

        assertThat(files.findById(hash(evidence)).orElseThrow().state()).isEqualTo(FileState.CHECKING);
        assertThat(content(evidence).problem()).isEqualTo("file-not-available");
    }

    @Test
    void askingAgainWhileASweepGoesOnBeginsNoSecondOne() {
        var lease = lease(clock, "asked twice");
        lease.want();
        var progress = lease.take().orElseThrow();

        lease.want();

        assertThat(lease.finish(progress)).isTrue();
        assertThat(lease.take()).isEmpty();
    }

    @Test
    void halvesAreReportedAndNeverDeleted() throws IOException {
        var left = StoredFile.key("0f".repeat(31) + "aa");
        var young = StoredFile.key("0f".repeat(31) + "bb");
        for (var key : List.of(left, young)) {
            store.put(key, new ByteArrayInputStream(bytes("sisa")), bytes("sisa").length, "text/plain");
        }
        Files.setLastModifiedTime(
                settings.dataFolder().resolve("files/zitrack").resolve(left),
                FileTime.from(clock.instant().minus(Duration.ofHours(2))));
        var evidence = upload("tanpa catatan");
        var unknown = hash(evidence);
        var file = files.findById(unknown).orElseThrow();
        files.delete(file);

        var orphans = orphans(sweep());

        assertThat(orphans).contains("BYTES " + left, "RECORD " + unknown).doesNotContain("BYTES " + young);
        assertThat(store.exists(left)).isTrue();
        coordinator.get("/api/evidence/{id}", evidence.path("id").asString()).expect(200);
        store.delete(left);
        store.delete(young);
        files.insert(file);
        assertThat(orphans(sweep())).doesNotContain("BYTES " + left, "RECORD " + unknown);
    }

    @Test
    void anAlarmAboutSecretEvidenceDoesNotTellTheAdministratorWhichItIs() {
        var evidence = upload("Laporan WBS");
        var described = coordinator.put(
                "/api/evidence/{id}",
                "\"1\"",
                Map.of("title", "Laporan WBS", "confidentiality", "secret"),
                evidence.path("id").asString());
        described.expect(200);
        store.delete(key(evidence));

        var alarm = alarm(sweep(), evidence);

        assertThat(alarm.path("uses").isEmpty()).isTrue();
        assertThat(alarm.path("hiddenUses").asInt()).isEqualTo(1);
        assertThat(alarm.toString()).doesNotContain("WBS");
        upload("Laporan WBS");
    }

    @Test
    void aStoppedSweepGoesOnWhereItWasAndCountsNothingTwice() {
        for (int i = 0; i < 5; i++) {
            upload("lanjut " + i);
        }
        var lease = lease(clock, "stopped");
        lease.want();

        Sweep stopped;
        int steps = 0;
        do {
            // The first file may be one that another test has left, and larger than ours.
            steps += 4;
            var left = new AtomicInteger(steps);
            assertThat(sweeping(lease).run(() -> left.getAndDecrement() > 0)).isFalse();
            stopped = lease.read();
        } while (Objects.requireNonNull(stopped.running()).files() == 0);
        var running = Objects.requireNonNull(stopped.running());
        assertThat(stopped.holder()).isNull();

        assertThat(sweeping(lease(clock, "stopped")).run(() -> true)).isTrue();
        var last = Objects.requireNonNull(lease.read().last());
        assertThat(last.startedAt()).isEqualTo(running.startedAt());
        assertThat(last.files()).isEqualTo(readable());
    }

    @Test
    void ofTwoReplicasOneSweepsAndTheOtherTakesOverWhenItFallsSilent() {
        var now = new Instant[] {Instant.parse("2026-11-01T00:00:00Z")};
        var time = new MovableClock(now);
        var one = lease(time, "two");
        var other = lease(time, "two");
        one.want();

        var progress = one.take().orElseThrow();
        assertThat(other.take()).isEmpty();
        assertThat(one.keep(progress)).isTrue();

        now[0] = now[0].plus(SweepLease.LENGTH).plusMillis(1);
        var takenOver = other.take().orElseThrow();
        assertThat(takenOver.round()).isEqualTo(progress.round());
        assertThat(one.keep(progress)).isFalse();
        assertThat(one.finish(progress)).isFalse();
        assertThat(other.finish(takenOver)).isTrue();
        assertThat(other.take()).isEmpty();
    }

    @Test
    void manyReplicasAtOnceMakeOneSweep() throws Exception {
        lease(clock, "many").want();
        var replicas = Executors.newFixedThreadPool(4);
        var work = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 4; i++) {
            var sweeping = sweeping(lease(clock, "many"));
            work.add(() -> sweeping.run(() -> true));
        }

        int finished = 0;
        for (var it : replicas.invokeAll(work)) {
            finished += it.get() ? 1 : 0;
        }
        replicas.shutdown();

        assertThat(finished).isEqualTo(1);
        assertThat(Objects.requireNonNull(lease(clock, "many").read().last()).round())
                .isEqualTo(1);
    }

    @Test
    void itBeginsByItselfWhenTheIntervalIsOver() {
        var now = new Instant[] {Instant.parse("2026-11-01T00:00:00Z")};
        var lease = new SweepLease(mongo, new MovableClock(now), Duration.ofDays(7), "interval");

        assertThat(lease.finish(lease.take().orElseThrow())).isTrue();
        now[0] = now[0].plus(Duration.ofDays(7)).minusMillis(1);
        assertThat(lease.take()).isEmpty();
        now[0] = now[0].plusMillis(1);
        assertThat(lease.take().orElseThrow().round()).isEqualTo(2);
    }

    @Test
    void onlyAdministratorsSeeTheReportAndAskForASweep() {
        for (var role : Role.values()) {
            if (role == Role.INSTITUTION_ADMIN) {
                continue;
            }
            var somebody = people.person(role.isOfUnit() ? on(unit, role) : everywhere(role));
            somebody.get("/api/file-integrity").expect(403);
            somebody.post("/api/file-integrity/sweeps", null).expect(403);
        }
        people.nobody().get("/api/file-integrity").expect(401);
    }

    // ---- Fixtures

    private SweepLease lease(Clock time, String id) {
        return new SweepLease(mongo, time, Duration.ZERO, id);
    }

    private Sweeping sweeping(SweepLease lease) {
        return new Sweeping(mongo, store, damage, references, lease, clock, settings);
    }

    private long readable() {
        return mongo.count(Query.query(Criteria.where("state").is(FileState.AVAILABLE)), StoredFile.class)
                + mongo.count(
                        Query.query(Criteria.where("state")
                                .is(FileState.QUARANTINED)
                                .and("reason")
                                .is(Damage.REASON)),
                        StoredFile.class);
    }

    private JsonNode sweep() {
        var before = round();
        administrator.post("/api/file-integrity/sweeps", null).expect(202);
        await().until(() -> round() > before && report().path("running").isNull());
        return report();
    }

    private JsonNode report() {
        return administrator.get("/api/file-integrity").expect(200).json();
    }

    private long round() {
        var finished = report().path("last").path("finishedAt").asString("");
        return finished.isEmpty() ? 0 : Instant.parse(finished).toEpochMilli();
    }

    private static JsonNode alarm(JsonNode report, JsonNode evidence) {
        return StreamSupport.stream(report.path("alarms").spliterator(), false)
                .filter(it -> it.path("sha256").asString().equals(hash(evidence)))
                .findFirst()
                .orElse(report.path("none"));
    }

    private static List<String> orphans(JsonNode report) {
        return StreamSupport.stream(report.path("orphans").spliterator(), false)
                .map(it -> it.path("kind").asString() + " " + it.path("id").asString())
                .toList();
    }

    private JsonNode upload(String title) {
        var path = "/api/evidence?unit=" + unit + "&fileName=" + title.replace(" ", "%20") + ".txt&assessment="
                + assessment + "&question=" + QUESTION;
        var answer = coordinator.upload(path, bytes(title));
        assertThat(answer.status()).isIn(200, 201);
        return answer.json();
    }

    private TestApi.Answer content(JsonNode evidence) {
        return coordinator.get(
                "/api/evidence/{id}/versions/1/content", evidence.path("id").asString());
    }

    private void overwrite(JsonNode evidence, byte[] bytes) {
        store.put(key(evidence), new ByteArrayInputStream(bytes), bytes.length, "application/octet-stream");
    }

    /** Several blocks, and other ones in every unit. */
    private byte[] bytes(String title) {
        return (title + " " + unit + "\n").repeat(4_000).getBytes(UTF_8);
    }

    private static byte[] flip(byte[] bytes) {
        var flipped = bytes.clone();
        flipped[flipped.length / 2] ^= 1;
        return flipped;
    }

    private static String hash(JsonNode evidence) {
        return evidence.path("versions").path(0).path("sha256").asString();
    }

    private static String key(JsonNode evidence) {
        return StoredFile.key(hash(evidence));
    }

    /** Shows the time that the test has set. */
    private static final class MovableClock extends Clock {
        private final Instant[] now;

        MovableClock(Instant[] now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now[0];
        }

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
