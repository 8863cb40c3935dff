package id.zitrack.upload;

import static id.zitrack.TestPeople.on;
import static id.zitrack.upload.TusCaller.newEvidence;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.platform.ObjectStore;
import id.zitrack.storage.Measure;
import id.zitrack.storage.StoredFile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Uploads by the tus protocol: what each request must be answered, and what becomes of the file. */
@ZiTrackTest
class ResumableUploadTest {
    private static final String QUESTION = "A.I.1.i.a";

    @Autowired
    private TestPeople people;

    @Autowired
    private ObjectStore store;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private ForgettingUploads forgetting;

    private UUID unit;
    private TestApi coordinator;
    private TusCaller tus;

    @BeforeEach
    void aUnit() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        tus = new TusCaller(coordinator);
    }

    @Test
    void tellsItsVersionExtensionsAndLimit() {
        var answer = tus.send("OPTIONS", "/api/uploads", new byte[0], Map.of("Tus-Resumable", ""))
                .expect(204);

        assertThat(answer.headers())
                .containsEntry("Tus-Resumable", "1.0.0")
                .containsEntry("Tus-Version", "1.0.0")
                .containsEntry("Tus-Extension", "creation,checksum,expiration,termination")
                .containsEntry("Tus-Max-Size", Integer.toString(100_000_000))
                .containsEntry("Tus-Checksum-Algorithm", "sha1,sha256");
    }

    @Test
    void aFileInThreeRequestsBecomesEvidenceThatProvesTheQuestion() {
        var bytes = TusCaller.text(12_000_000, 1);
        var period = people.period("lke-90-2021");
        var assessment = coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", period))
                .expect(201)
                .json()
                .path("id")
                .asString();
        var metadata = new LinkedHashMap<>(newEvidence("Notulen Rapat “ZI”.txt", unit));
        metadata.put("assessment", assessment);
        metadata.put("question", QUESTION);

        var created = tus.create(metadata, bytes.length);
        var path = String.valueOf(created.headers().get("Location"));
        assertThat(Instant.from(java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                        created.headers().get("Upload-Expires"))))
                .isAfter(Instant.now().plus(23, ChronoUnit.HOURS));
        int start = 0;
        for (int end : List.of(100_000, 11_000_000, bytes.length)) {
            assertThat(tus.result(path).problem()).isEqualTo("upload-incomplete");
            assertThat(tus.offset(path)).isEqualTo(start);
            var answer = tus.patch(path, start, Arrays.copyOfRange(bytes, start, end))
                    .expect(204);
            assertThat(answer.headers()).containsEntry("Upload-Offset", Integer.toString(end));
            start = end;
        }

        var evidence = tus.evidence(path);
        assertThat(evidence.path("title").asString()).isEqualTo("Notulen Rapat “ZI”");
        assertThat(evidence.path("links").path(0).path("code").asString()).isEqualTo(QUESTION);
        TusCaller.assertHolds(evidence, coordinator, bytes);
        assertThat(store.list(Upload.keyOf(idOf(path)))).isEmpty();
        var head = tus.head(path).expect(200);
        assertThat(head.headers())
                .containsEntry("Upload-Offset", "12000000")
                .containsEntry("Upload-Length", "12000000")
                .containsKey("Upload-Metadata");
        assertThat(head.headers().get("Cache-Control")).contains("no-store");
    }

    @Test
    void aFileMayReplaceWhatIsThere() {
        var first = upload(newEvidence("SK.txt", unit), TusCaller.text(1000, 2));
        var id = tus.evidence(first).path("id").asString();

        var second = upload(
                Map.of("filename", "SK baru.txt", "evidence", id, "reason", "salah unggah"), TusCaller.text(1000, 3));

        var versions = tus.evidence(second).path("versions");
        assertThat(versions.size()).isEqualTo(2);
        assertThat(versions.path(1).path("reason").asString()).isEqualTo("salah unggah");
    }

    @Test
    void theSameFileAgainIsTold() {
        var bytes = TusCaller.text(1000, 4);
        var first = upload(newEvidence("SK.txt", unit), bytes);
        var second = upload(newEvidence("SK lagi.txt", unit), bytes);

        assertThat(tus.result(first).headers()).containsEntry("X-Already-There", "false");
        assertThat(tus.evidence(second).path("id"))
                .isEqualTo(tus.evidence(first).path("id"));
    }

    @Test
    void aRefusedFileIsReceivedAndItsProblemTold() {
        var path = upload(newEvidence("surat.txt", unit), "<html><script>x()</script></html>".getBytes(UTF_8));

        var answer = tus.result(path);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("type-refused");
        assertThat(answer.json().path("reason").asString()).isEqualTo("can-run");
        assertThat(tus.result(path).problem()).isEqualTo("type-refused");
    }

    @Test
    void whatCannotBecomeEvidenceIsRefusedBeforeItsFirstByte() {
        var metadata = newEvidence("besar.pdf", unit);

        assertThat(tus.create(metadata, 100L * 1024 * 1024 + 1).problem()).isEqualTo("too-large");
        assertThat(tus.create(metadata, 0).problem()).isEqualTo("empty-file");
        assertThat(tus.create(Map.of("filename", "a.pdf"), 1).status()).isEqualTo(400);
        assertThat(tus.create(Map.of("unit", unit.toString()), 1).status()).isEqualTo(400);
        assertThat(tus.create(newEvidence("a.pdf", people.unit()), 1).status()).isEqualTo(404);
        assertThat(tus.send("POST", "/api/uploads", new byte[0], Map.of("Upload-Metadata", "filename YQ=="))
                        .status())
                .isEqualTo(400);
        var leader = new TusCaller(people.person(on(unit, Role.LEADERSHIP)));
        assertThat(leader.create(metadata, 1).status()).isEqualTo(403);
    }

    @Test
    void requestsThatBreakTheProtocolAreRefused() throws Exception {
        var path = tus.begin(newEvidence("a.txt", unit), 10);
        var bytes = "0123456789".getBytes(UTF_8);

        assertThat(tus.send("HEAD", path, new byte[0], Map.of("Tus-Resumable", "0.2.2"))
                        .status())
                .isEqualTo(412);
        assertThat(tus.send("POST", "/api/uploads", new byte[0], Map.of("Tus-Resumable", ""))
                        .status())
                .isEqualTo(412);
        assertThat(tus.patch(path, 0, bytes, Map.of("Tus-Resumable", "")).problem())
                .isEqualTo("tus-version");
        assertThat(tus.patch(path, 0, bytes, Map.of("Content-Type", "text/plain"))
                        .status())
                .isEqualTo(415);
        assertThat(tus.patch(path, 0, bytes, Map.of("Upload-Offset", "")).status())
                .isEqualTo(400);
        assertThat(tus.patch(path, 3, bytes).problem()).isEqualTo("upload-offset");
        assertThat(tus.patch(path, 3, bytes).status()).isEqualTo(409);
        assertThat(tus.patch(path, 0, "01234567890".getBytes(UTF_8)).status()).isEqualTo(400);
        assertThat(tus.patch(path, 0, bytes, Map.of("Upload-Checksum", "md5 " + digest("MD5", bytes)))
                        .status())
                .isEqualTo(400);
        assertThat(tus.offset(path)).isZero();
    }

    @Test
    void bytesWithAWrongChecksumAreNotKept() throws Exception {
        var bytes = TusCaller.text(2000, 5);
        var path = tus.begin(newEvidence("a.txt", unit), bytes.length);
        var start = Arrays.copyOf(bytes, 1500);

        var wrong = tus.patch(path, 0, start, Map.of("Upload-Checksum", "sha1 " + digest("SHA-1", bytes)));
        assertThat(wrong.status()).isEqualTo(460);
        assertThat(wrong.problem()).isEqualTo("upload-checksum");
        assertThat(tus.offset(path)).isZero();

        tus.patch(path, 0, start, Map.of("Upload-Checksum", "sha1 " + digest("SHA-1", start)))
                .expect(204);
        var rest = Arrays.copyOfRange(bytes, 1500, 2000);
        tus.patch(path, 1500, rest, Map.of("Upload-Checksum", "sha256 " + digest("SHA-256", rest)))
                .expect(204);
        TusCaller.assertHolds(tus.evidence(path), coordinator, bytes);
    }

    @Test
    void forEverybodyButItsSenderAnUploadIsNowhere() {
        var path = tus.begin(newEvidence("a.txt", unit), 10);
        var colleague = new TusCaller(people.person(on(unit, Role.UNIT_COORDINATOR)));

        assertThat(colleague.head(path).status()).isEqualTo(404);
        assertThat(colleague.patch(path, 0, new byte[10]).status()).isEqualTo(404);
        assertThat(colleague.delete(path).status()).isEqualTo(404);
        assertThat(colleague.result(path).status()).isEqualTo(404);
        assertThat(new TusCaller(people.nobody(), people.origin()).head(path).status())
                .isEqualTo(401);
        assertThat(tus.head("/api/uploads/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void aWithdrawnUploadIsGoneWithItsBytes() {
        var path = tus.begin(newEvidence("a.txt", unit), 11_000_000);
        tus.patch(path, 0, TusCaller.text(10_500_000, 6)).expect(204);
        tus.patch(path, 10_500_000, TusCaller.text(1000, 6)).expect(204);

        tus.delete(path).expect(204);

        assertThat(tus.head(path).status()).isEqualTo(410);
        assertThat(tus.patch(path, 10_501_000, new byte[1]).status()).isEqualTo(410);
        assertThat(tus.delete(path).status()).isEqualTo(410);
        assertThat(tus.result(path).problem()).isEqualTo("upload-gone");
        assertThat(store.list(Upload.keyOf(idOf(path)))).isEmpty();
    }

    @Test
    void anUploadThatNobodyContinuesExpiresAndItsBytesAreFreed() {
        var path = tus.begin(newEvidence("a.txt", unit), 2000);
        tus.patch(path, 0, TusCaller.text(1000, 7)).expect(204);
        var lately = tus.begin(newEvidence("b.txt", unit), 2000);
        tus.patch(lately, 0, TusCaller.text(1000, 8)).expect(204);
        set(path, "expiresAt", Instant.now().minusSeconds(1));

        assertThat(tus.head(path).status()).isEqualTo(410);
        assertThat(tus.patch(path, 1000, new byte[1000]).status()).isEqualTo(410);
        forgetting.forget();

        assertThat(store.list(Upload.keyOf(idOf(path)))).isEmpty();
        assertThat(tus.head(path).status()).isEqualTo(410);
        assertThat(store.list(Upload.keyOf(idOf(lately)))).hasSize(1);
        assertThat(tus.offset(lately)).isEqualTo(1000);

        set(path, "expiresAt", Instant.now().minus(8, ChronoUnit.DAYS));
        forgetting.forget();
        assertThat(tus.head(path).status()).isEqualTo(404);
    }

    @Test
    void aSecondRequestIsLockedOutUntilTheLineOfTheFirstBreaks() throws Exception {
        var bytes = TusCaller.text(300_000, 9);
        var path = tus.begin(newEvidence("a.txt", unit), bytes.length);

        try (var line = openPatch(path, bytes.length)) {
            line.getOutputStream().write(bytes, 0, 100_000);
            line.getOutputStream().flush();
            await().until(() -> tus.head(path).status() == 423);
            assertThat(tus.patch(path, 0, bytes).problem()).isEqualTo("upload-locked");
            assertThat(tus.delete(path).status()).isEqualTo(423);
        }

        assertThat(tus.offset(path)).isEqualTo(100_000);
        tus.patch(path, 100_000, Arrays.copyOfRange(bytes, 100_000, bytes.length))
                .expect(204);
        TusCaller.assertHolds(tus.evidence(path), coordinator, bytes);
    }

    @Test
    void aSilentLineIsTakenOverAndLosesNothingThatArrived() throws Exception {
        var bytes = TusCaller.text(300_000, 10);
        var path = tus.begin(newEvidence("a.txt", unit), bytes.length);

        try (var silent = openPatch(path, bytes.length)) {
            silent.getOutputStream().write(bytes, 0, 100_000);
            silent.getOutputStream().flush();
            await().until(() -> tus.head(path).status() == 423);

            assertThat(tus.offset(path)).isEqualTo(100_000);
            tus.patch(path, 100_000, Arrays.copyOfRange(bytes, 100_000, bytes.length))
                    .expect(204);
            silent.getOutputStream().write(new byte[1000]);
        }

        TusCaller.assertHolds(tus.evidence(path), coordinator, bytes);
    }

    @Test
    void ofManyWhoSendTheSameBytesOneGetsThrough() throws Exception {
        var bytes = TusCaller.text(200_000, 11);
        var path = tus.begin(newEvidence("a.txt", unit), bytes.length);
        var senders = Executors.newFixedThreadPool(8);
        try {
            var statuses = senders.invokeAll(IntStream.range(0, 16)
                    .<java.util.concurrent.Callable<Integer>>mapToObj(
                            it -> () -> tus.patch(path, 0, bytes).status())
                    .toList());

            int through = 0;
            for (var status : statuses) {
                assertThat(status.get()).isIn(204, 409, 423);
                through += status.get() == 204 ? 1 : 0;
            }
            assertThat(through).isEqualTo(1);
        } finally {
            senders.shutdownNow();
        }
        TusCaller.assertHolds(tus.evidence(path), coordinator, bytes);
    }

    @Test
    void whereverFinishingWasInterruptedItEndsInOneEvidence() {
        for (var steps : List.of(
                List.of("outcome"),
                List.of("outcome", "sha256", "crc32"),
                List.of("outcome", "sha256", "crc32", "whole"))) {
            var bytes = TusCaller.text(6_000_000, 12 + steps.size());
            var path = upload(newEvidence("a.txt", unit), bytes);
            var id = tus.evidence(path).path("id").asString();
            // The bytes are still where they were if the process was killed before the outcome was written.
            store.copy(StoredFile.key(hash(bytes)), Upload.keyOf(idOf(path)));
            steps.forEach(it -> set(path, it, it.equals("whole") ? false : null));

            assertThat(tus.offset(path)).isEqualTo(bytes.length);

            var result = tus.result(path).expect(200);
            assertThat(result.json().path("id").asString()).isEqualTo(id);
            assertThat(result.headers()).containsEntry("X-Already-There", "false");
            assertThat(result.json().path("versions").size()).isEqualTo(1);
        }
        assertThat(coordinator
                        .get("/api/evidence?unit={unit}", unit)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void clientsThatCannotSendPatchNameItInAHeader() {
        var bytes = TusCaller.text(1000, 20);
        var path = tus.begin(newEvidence("a.txt", unit), bytes.length);

        tus.send(
                        "POST",
                        path,
                        bytes,
                        Map.of(
                                "X-HTTP-Method-Override", "PATCH",
                                "Content-Type", "application/offset+octet-stream",
                                "Upload-Offset", "0"))
                .expect(204);

        TusCaller.assertHolds(tus.evidence(path), coordinator, bytes);
    }

    private String upload(Map<String, String> metadata, byte[] bytes) {
        var path = tus.begin(metadata, bytes.length);
        tus.patch(path, 0, bytes).expect(204);
        return path;
    }

    private Socket openPatch(String path, int length) throws IOException {
        var address = URI.create(people.origin());
        var line = new Socket(address.getHost(), address.getPort());
        line.getOutputStream()
                .write(("PATCH " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + coordinator.token()
                                + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0"
                                + "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: " + length
                                + "\r\n\r\n")
                        .getBytes(UTF_8));
        return line;
    }

    private void set(String path, String field, @Nullable Object value) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(idOf(path))),
                value == null ? new Update().unset(field) : new Update().set(field, value),
                Upload.class);
    }

    private static UUID idOf(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String hash(byte[] bytes) {
        var measure = new Measure();
        measure.update(bytes, 0, bytes.length);
        return measure.sha256();
    }

    private static String digest(String algorithm, byte[] bytes) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance(algorithm).digest(bytes));
    }
}
