package id.zitrack.evidence;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static id.zitrack.TestPeople.onAreas;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.zitrack.TestApi;
import id.zitrack.TestApi.Answer;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.inspection.FileName;
import id.zitrack.inspection.SampleFiles;
import id.zitrack.platform.ObjectStore;
import id.zitrack.storage.Measure;
import id.zitrack.storage.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
class EvidenceApiTest {
    private static final String INSTRUMENT = "lke-90-2021";
    private static final String QUESTION = "A.I.1.i.a";
    private static final String OTHER_QUESTION = "A.I.1.i.b";
    private static final String QUESTION_OF_AREA_5 = "A.I.5.i.a";

    @Autowired
    private TestPeople people;

    @Autowired
    private ObjectStore store;

    private UUID unit;
    private UUID assessment;
    private TestApi coordinator;
    private TestApi assessor;

    @BeforeEach
    void aUnitWithItsAssessment() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        assessor = people.person(everywhere(Role.TPI_MEMBER), everywhere(Role.TPI_LEAD));
        assessment = assessmentOf(unit, coordinator);
    }

    // ---- Uploading

    @Test
    void anUploadBecomesEvidenceOfTheUnitAndProvesTheQuestion() {
        var bytes = SampleFiles.pdf("Keputusan " + UUID.randomUUID());

        var answer = upload(coordinator, unit, "C:\\Berkas\\SK Tim Kerja.PDF", bytes, assessment, QUESTION);

        var evidence = answer.expect(201).json();
        assertThat(answer.headers().get("location")).endsWith("/api/evidence/" + idOf(evidence));
        assertThat(evidence.path("title").asString()).isEqualTo("SK Tim Kerja");
        assertThat(evidence.path("confidentiality").asString()).isEqualTo("internal");
        var version = evidence.path("versions").path(0);
        assertThat(version.path("fileName").asString()).isEqualTo("SK Tim Kerja.pdf");
        assertThat(version.path("size").asLong()).isEqualTo(bytes.length);
        assertThat(version.path("mediaType").asString()).isEqualTo("application/pdf");
        assertThat(version.path("state").asString()).isEqualTo("AVAILABLE");
        assertThat(version.path("by").path("id").asString())
                .isEqualTo(coordinator.personId().toString());
        assertThat(evidence.path("links").path(0).path("code").asString()).isEqualTo(QUESTION);
        assertThat(texts(evidence.path("warnings"))).contains("no-date");
        assertThat(store.exists(StoredFile.key(version.path("sha256").asString())))
                .isTrue();
        var proofs = assessor.get("/api/assessments/{id}/evidence", assessment)
                .expect(200)
                .json();
        assertThat(proofs.path(0).path("code").asString()).isEqualTo(QUESTION);
        assertThat(proofs.path(0).path("evidence").path(0).path("id").asString())
                .isEqualTo(idOf(evidence).toString());
    }

    @Test
    void everyOddOrHostileFileGetsItsVerdictAndLeavesNothingBehind() {
        var samples = SampleFiles.all();
        for (var sample : samples) {
            var answer = upload(coordinator, unit, sample.name(), sample.bytes(), null, null);

            if (sample.type() != null) {
                assertThat(answer.status()).as(sample.about()).isIn(200, 201);
                var version = answer.json().path("versions").path(0);
                assertThat(version.path("mediaType").asString())
                        .as(sample.about())
                        .isEqualTo(sample.type().mediaType());
                assertThat(version.path("fileName").asString())
                        .as(sample.about())
                        .hasSizeLessThanOrEqualTo(FileName.LONGEST)
                        .endsWith("." + sample.type().extension())
                        .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}/\\\\]");
                assertSentSafely(content(assessor, answer.json(), 1), sample.about());
            } else if (sample.reason() != null) {
                assertThat(answer.problem()).as(sample.about()).isEqualTo("type-refused");
                assertThat(answer.status()).isEqualTo(415);
                assertThat(answer.json().path("reason").asString())
                        .as(sample.about())
                        .isEqualTo(sample.reason().slug());
                assertThat(answer.json().path("detected").asString()).isNotBlank();
            }
        }
        assertThat(listed(coordinator, unit)).hasSize((int) samples.stream()
                .filter(it -> it.type() != null)
                .map(it -> hash(it.bytes()))
                .distinct()
                .count());
        assertThat(store.list("incoming/1")).isEmpty();
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(upload(coordinator, unit, "kosong.pdf", new byte[0], null, null)
                        .problem())
                .isEqualTo("empty-file");
        var chunked = coordinator.send(
                "POST",
                "/api/evidence?unit=" + unit + "&fileName=kosong.pdf",
                BodyPublishers.ofInputStream(InputStream::nullInputStream),
                Map.of());
        assertThat(chunked.problem()).isEqualTo("empty-file");
    }

    @Test
    void theContentTypeOfAnUploadDoesNotMatter() {
        for (var type : List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/html")) {
            var answer = coordinator.send(
                    "POST",
                    "/api/evidence?unit=" + unit + "&fileName=a%2Bb+c.pdf",
                    BodyPublishers.ofByteArray(SampleFiles.pdf(type)),
                    Map.of("Content-Type", type));

            assertThat(answer.expect(201)
                            .json()
                            .path("versions")
                            .path(0)
                            .path("fileName")
                            .asString())
                    .isEqualTo("a+b c.pdf");
        }
    }

    @Test
    void aFileTooLargeIsRefusedBeforeItsFirstByte() throws IOException {
        try (var socket = connection()) {
            var head = "POST /api/evidence?unit=" + unit + "&fileName=a.pdf HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: Bearer " + tokenOf(coordinator) + "\r\nContent-Length: 104857601\r\n"
                    + "Expect: 100-continue\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));

            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413").contains("too-large").contains("100000000");
        }
    }

    @Test
    void aFileOfUnknownSizeIsStoppedAtTheLimit() {
        try {
            var answer = coordinator.send(
                    "POST",
                    "/api/evidence?unit=" + unit + "&fileName=a.txt",
                    BodyPublishers.ofInputStream(() -> new Zeros(110L * 1024 * 1024, () -> {})),
                    Map.of());
            assertThat(answer.problem()).isEqualTo("too-large");
        } catch (UncheckedIOException closed) {
            // A client that goes on sending may see the closed connection before it sees the answer.
            assertThat(closed).hasMessageNotContaining("timed out");
        }

        assertThat(listed(coordinator, unit)).isEmpty();
        await().untilAsserted(() -> assertThat(store.list("incoming/1")).isEmpty());
    }

    @Test
    void aBrokenConnectionLeavesNothingBehind() throws IOException {
        var bytes = SampleFiles.pdf("putus");
        for (var sent : List.of(0, 1, bytes.length / 2, bytes.length - 1)) {
            try (var socket = connection()) {
                var head = "POST /api/evidence?unit=" + unit + "&fileName=a.pdf HTTP/1.1\r\nHost: localhost\r\n"
                        + "Authorization: Bearer " + tokenOf(coordinator) + "\r\nContent-Length: " + bytes.length
                        + "\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(UTF_8));
                socket.getOutputStream().write(bytes, 0, sent);
                socket.getOutputStream().flush();
            }
        }

        await().untilAsserted(() -> assertThat(store.list("incoming/1")).isEmpty());
        assertThat(listed(coordinator, unit)).isEmpty();
        upload(coordinator, unit, "a.pdf", bytes, null, null).expect(201);
    }

    @Test
    void aLargeUploadDoesNotFillTheMemory() {
        System.gc();
        long before = usedMemory();
        var during = new long[1];
        long size = 60L * 1024 * 1024;
        var text = new Zeros(size, () -> {
            System.gc();
            during[0] = usedMemory();
        });

        var answer = coordinator.send(
                "POST",
                "/api/evidence?unit=" + unit + "&fileName=besar.txt",
                BodyPublishers.ofInputStream(() -> text),
                Map.of());

        assertThat(answer.expect(201)
                        .json()
                        .path("versions")
                        .path(0)
                        .path("size")
                        .asLong())
                .isEqualTo(size);
        assertThat(during[0] - before).isLessThan(32L * 1024 * 1024);
    }

    @Test
    void theSameFileIsOnePieceOfEvidenceInAUnit() {
        var bytes = SampleFiles.pdf("sama");
        var first = upload(coordinator, unit, "satu.pdf", bytes, null, null)
                .expect(201)
                .json();

        var again = upload(coordinator, unit, "dua.pdf", bytes, assessment, QUESTION);

        again.expect(200);
        assertThat(again.headers().get("x-already-there")).isEqualTo("true");
        assertThat(idOf(again.json())).isEqualTo(idOf(first));
        assertThat(again.json().path("links").size()).isEqualTo(1);
    }

    @Test
    void theSameFileSentByManyAtOnceIsStillOne() throws Exception {
        var bytes = SampleFiles.pdf("serentak");
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Answer> sending = () -> upload(coordinator, unit, "sama.pdf", bytes, assessment, QUESTION);
            var ids = new HashSet<UUID>();
            var created = 0;
            for (var result :
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(it -> sending).toList())) {
                ids.add(idOf(result.get().json()));
                created += result.get().status() == 201 ? 1 : 0;
            }

            assertThat(ids).hasSize(1);
            assertThat(created).isEqualTo(1);
            assertThat(listed(coordinator, unit)).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void theSameFileOfAnotherUnitIsWarnedAbout() {
        var bytes = SampleFiles.pdf("salin tempel");
        var other = people.unit();
        var elsewhere = people.person(on(other, Role.UNIT_COORDINATOR));
        upload(elsewhere, other, "a.pdf", bytes, null, null).expect(201);

        var evidence = upload(coordinator, unit, "a.pdf", bytes, null, null)
                .expect(201)
                .json();

        assertThat(texts(evidence.path("warnings"))).contains("same-file-other-unit");
    }

    @Test
    void bytesLeftBehindByAKilledProcessAreUsedAndLostOnesReplaced() {
        var bytes = SampleFiles.pdf("tertinggal");
        var key = StoredFile.key(hash(bytes));
        store.put(key, new ByteArrayInputStream(bytes), bytes.length, "application/octet-stream");

        upload(coordinator, unit, "a.pdf", bytes, null, null).expect(201);
        store.delete(key);
        var again = upload(coordinator, unit, "a.pdf", bytes, null, null)
                .expect(200)
                .json();

        assertThat(store.exists(key)).isTrue();
        assertThat(content(coordinator, again, 1).bytes()).isEqualTo(bytes);
    }

    // ---- Versions and descriptions

    @Test
    void aNewVersionLeavesTheOldOneReachable() {
        var first = SampleFiles.pdf("versi satu");
        var evidence = upload(coordinator, unit, "a.pdf", first, null, null)
                .expect(201)
                .json();

        var answer = coordinator.upload(
                "/api/evidence/{id}/versions?fileName=b.pdf&reason=Tanda+tangan+lengkap",
                SampleFiles.pdf("versi dua"),
                idOf(evidence));

        var versions = answer.expect(201).json().path("versions");
        assertThat(versions.size()).isEqualTo(2);
        assertThat(versions.path(1).path("reason").asString()).isEqualTo("Tanda tangan lengkap");
        assertThat(content(assessor, evidence, 1).bytes()).isEqualTo(first);
    }

    @Test
    void aDescriptionBasedOnAnOldOneIsRefusedWithTheCurrentOne() {
        var answer = upload(coordinator, unit, "a.pdf", SampleFiles.pdf("uraian"), null, null)
                .expect(201);
        var id = idOf(answer.json());
        var changed = coordinator
                .put("/api/evidence/{id}", answer.etag(), description("SK Tim Kerja", Map.of("number", "1/2026")), id)
                .expect(200);

        var late = coordinator.put("/api/evidence/{id}", answer.etag(), description("Lain", Map.of()), id);

        assertThat(changed.json().path("number").asString()).isEqualTo("1/2026");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.problem()).isEqualTo("changed-meanwhile");
        assertThat(late.json().path("current").path("title").asString()).isEqualTo("SK Tim Kerja");
        assertThat(coordinator
                        .put("/api/evidence/{id}", null, description("Lain", Map.of()), id)
                        .problem())
                .isEqualTo("if-match-required");
    }

    @Test
    void datesComeBackAsTheyWereGiven() {
        var answer = upload(coordinator, unit, "a.pdf", SampleFiles.pdf("tanggal"), assessment, QUESTION)
                .expect(201);
        var dates = Map.<String, Object>of(
                "docType", "minutes",
                "documentDate", "2024-03-31",
                "activityDate", "2024-04-01",
                "periodFrom", "2024-01-01",
                "periodUntil", "2024-12-31");

        var evidence = coordinator
                .put("/api/evidence/{id}", answer.etag(), description("Notulen", dates), idOf(answer.json()))
                .expect(200)
                .json();

        dates.forEach((name, value) ->
                assertThat(evidence.path(name).asString()).as(name).isEqualTo(value));
        assertThat(texts(evidence.path("warnings"))).contains("outside-period", "dates-disagree");
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        var answer = upload(coordinator, unit, "a.pdf", SampleFiles.pdf("terbalik"), null, null)
                .expect(201);

        var refused = coordinator.put(
                "/api/evidence/{id}",
                answer.etag(),
                description("x", Map.of("periodFrom", "2026-05-02", "periodUntil", "2026-05-01")),
                idOf(answer.json()));

        assertThat(refused.problem()).isEqualTo("invalid-request");
    }

    // ---- Links

    @Test
    void evidenceInUseIsNotRemovedAndSaysWhere() {
        var answer = upload(coordinator, unit, "a.pdf", SampleFiles.pdf("dipakai"), assessment, QUESTION)
                .expect(201);
        var id = idOf(answer.json());

        var refused = remove(coordinator, id, answer.etag());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("evidence-in-use");
        assertThat(refused.json().path("links").path(0).path("code").asString()).isEqualTo(QUESTION);

        coordinator
                .delete("/api/evidence/{id}/links/{a}/{c}", id, assessment, QUESTION)
                .expect(200);
        remove(coordinator, id, answer.etag()).expect(204);
        coordinator.get("/api/evidence/{id}", id).expect(404);
        assertThat(listed(coordinator, unit)).isEmpty();
        assertThat(idOf(upload(coordinator, unit, "a.pdf", SampleFiles.pdf("dipakai"), null, null)
                        .expect(201)
                        .json()))
                .isNotEqualTo(id);
    }

    @Test
    void oneFileProvesManyQuestionsAndLosesOneAtATime() {
        var id = idOf(upload(coordinator, unit, "a.pdf", SampleFiles.pdf("banyak"), assessment, QUESTION)
                .expect(201)
                .json());
        coordinator
                .put("/api/evidence/{id}/links/{a}/{c}", null, null, id, assessment, OTHER_QUESTION)
                .expect(200);

        var left = coordinator
                .delete("/api/evidence/{id}/links/{a}/{c}", id, assessment, QUESTION)
                .expect(200)
                .json();

        assertThat(left.path("links").size()).isEqualTo(1);
        assertThat(left.path("links").path(0).path("code").asString()).isEqualTo(OTHER_QUESTION);
    }

    @Test
    void linksToWhatIsNotThereOrNotTheUnitsAreRefused() {
        var id = idOf(upload(coordinator, unit, "a.pdf", SampleFiles.pdf("salah"), null, null)
                .expect(201)
                .json());
        var other = people.unit();
        var both = people.person(on(unit, Role.UNIT_COORDINATOR), on(other, Role.UNIT_COORDINATOR));
        var otherAssessment = assessmentOf(other, both);

        assertThat(coordinator
                        .put("/api/evidence/{id}/links/{a}/{c}", null, null, id, assessment, "X.1")
                        .status())
                .isEqualTo(404);
        assertThat(both.put("/api/evidence/{id}/links/{a}/{c}", null, null, id, otherAssessment, QUESTION)
                        .problem())
                .isEqualTo("evidence-of-other-unit");
        assertThat(coordinator
                        .put("/api/evidence/{id}/links/{a}/{c}", null, null, id, otherAssessment, QUESTION)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nothingIsLinkedOrLoosenedOnceSubmitted() {
        var id = idOf(upload(coordinator, unit, "a.pdf", SampleFiles.pdf("terkunci"), assessment, QUESTION)
                .expect(201)
                .json());
        coordinator
                .post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), assessment)
                .expect(200);

        assertThat(coordinator
                        .put("/api/evidence/{id}/links/{a}/{c}", null, null, id, assessment, OTHER_QUESTION)
                        .problem())
                .isEqualTo("not-in-this-stage");
        assertThat(coordinator
                        .delete("/api/evidence/{id}/links/{a}/{c}", id, assessment, QUESTION)
                        .problem())
                .isEqualTo("not-in-this-stage");
        assertThat(upload(coordinator, unit, "b.pdf", SampleFiles.pdf("terlambat"), assessment, QUESTION)
                        .problem())
                .isEqualTo("not-in-this-stage");
    }

    @Test
    void anAreaCoordinatorProvesTheirOwnAreaOnly() {
        var areaFive = people.person(onAreas(unit, "5"));

        upload(areaFive, unit, "a.pdf", SampleFiles.pdf("area 5"), assessment, QUESTION_OF_AREA_5)
                .expect(201);
        var refused = upload(areaFive, unit, "b.pdf", SampleFiles.pdf("area 1"), assessment, QUESTION);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("not-allowed");
    }

    @Test
    void anAnswerThatClaimsPointsWithoutEvidenceIsUnproven() {
        coordinator
                .patch(
                        "/api/assessments/{id}/answers",
                        Map.of(
                                "answers",
                                List.of(
                                        Map.of("code", QUESTION, "value", "Ya"),
                                        Map.of("code", OTHER_QUESTION, "value", "C"))),
                        assessment)
                .expect(200);
        assertThat(unproven()).containsExactly(QUESTION);

        upload(coordinator, unit, "a.pdf", SampleFiles.pdf("bukti"), assessment, QUESTION)
                .expect(201);

        assertThat(unproven()).isEmpty();
    }

    // ---- Sending

    @Test
    void contentIsSentSoThatNothingInItRuns() {
        var bytes = SampleFiles.pdf("aman");
        var evidence = upload(coordinator, unit, "Keputusan “Tim” é.pdf", bytes, null, null)
                .expect(201)
                .json();

        var answer = content(assessor, evidence, 1);

        assertThat(answer.bytes()).isEqualTo(bytes);
        assertThat(answer.headers())
                .containsEntry("Content-Type", "application/pdf")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Content-Security-Policy", "sandbox; default-src 'none'")
                .containsEntry("Accept-Ranges", "bytes")
                .containsEntry("Content-Length", String.valueOf(bytes.length))
                .containsEntry("ETag", '"' + hash(bytes) + '"');
        assertThat(answer.headers().get("content-disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''Keputusan%20%E2%80%9CTim%E2%80%9D%20%C3%A9.pdf");
    }

    @Test
    void everyWayToAFileIsAsSafe() {
        var evidence = upload(coordinator, unit, "tabel.csv", SampleFiles.formulas(), null, null)
                .expect(201)
                .json();
        var path = "/api/evidence/" + idOf(evidence) + "/versions/1/content";
        var etag = content(coordinator, evidence, 1).etag();
        var ticket = coordinator
                .post("/api/evidence/{id}/versions/1/ticket", null, idOf(evidence))
                .expect(200)
                .json()
                .path("url")
                .asString();

        var ways = Map.of(
                "a part", coordinator.send("GET", path, BodyPublishers.noBody(), Map.of("Range", "bytes=0-3")),
                "known", coordinator.send("GET", path, BodyPublishers.noBody(), Map.of("If-None-Match", etag)),
                "only the head", coordinator.send("HEAD", path, BodyPublishers.noBody(), Map.of()),
                "as a page", coordinator.send("GET", path, BodyPublishers.noBody(), Map.of("Accept", "text/html,*/*")),
                "by ticket", people.nobody().get(ticket));

        ways.forEach((way, answer) -> assertSentSafely(answer, way));
        assertThat(texts(evidence.path("warnings"))).contains("formula-cells");
    }

    @Test
    void contentIsSentInPartsAndNotTwice() {
        var bytes = SampleFiles.pdf("bagian");
        var evidence = upload(coordinator, unit, "a.pdf", bytes, null, null)
                .expect(201)
                .json();
        var path = "/api/evidence/" + idOf(evidence) + "/versions/1/content";

        var part = coordinator.send("GET", path, BodyPublishers.noBody(), Map.of("Range", "bytes=10-19"));
        var last = coordinator.send("GET", path, BodyPublishers.noBody(), Map.of("Range", "bytes=-5"));
        var beyond = coordinator.send("GET", path, BodyPublishers.noBody(), Map.of("Range", "bytes=99999999-"));
        var other = coordinator.send(
                "GET", path, BodyPublishers.noBody(), Map.of("Range", "bytes=10-19", "If-Range", "\"x\""));
        var known = coordinator.send(
                "GET", path, BodyPublishers.noBody(), Map.of("If-None-Match", '"' + hash(bytes) + '"'));

        assertThat(part.expect(206).bytes()).isEqualTo(Arrays.copyOfRange(bytes, 10, 20));
        assertThat(part.headers().get("content-range")).isEqualTo("bytes 10-19/" + bytes.length);
        assertThat(last.expect(206).bytes()).isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 5, bytes.length));
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(other.expect(200).bytes()).isEqualTo(bytes);
        assertThat(known.expect(304).bytes()).isEmpty();
    }

    @Test
    void aTicketOpensTheFileWithoutAToken() {
        var bytes = SampleFiles.pdf("tiket");
        var evidence = upload(coordinator, unit, "a.pdf", bytes, null, null)
                .expect(201)
                .json();

        var url = assessor.post("/api/evidence/{id}/versions/1/ticket", null, idOf(evidence))
                .expect(200)
                .json()
                .path("url")
                .asString();

        assertThat(people.nobody().get(url).expect(200).bytes()).isEqualTo(bytes);
        assertThat(assessor.post("/api/evidence/{id}/versions/2/ticket", null, idOf(evidence))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aDamagedFileIsNeverSentWholeAndIsWithheldUntilItIsBroughtAgain() {
        for (var size : List.of(1_000, 64 * 1024, 400_000)) {
            var bytes = text(size);
            var evidence = upload(coordinator, unit, size + ".txt", bytes, null, null)
                    .expect(201)
                    .json();
            var key = StoredFile.key(hash(bytes));
            var damaged = bytes.clone();
            damaged[size / 2] ^= 1;
            store.put(key, new ByteArrayInputStream(damaged), damaged.length, "application/octet-stream");

            Answer answer = null;
            try {
                answer = content(coordinator, evidence, 1);
            } catch (RuntimeException brokenConnection) {
                assertThat(size).isGreaterThan(64 * 1024);
            }

            if (answer != null) {
                assertThat(answer.problem()).isEqualTo("file-not-available");
            }
            assertThat(content(coordinator, evidence, 1).problem()).isEqualTo("file-not-available");
            upload(coordinator, unit, size + ".txt", bytes, null, null).expect(200);
            assertThat(content(coordinator, evidence, 1).expect(200).bytes()).isEqualTo(bytes);
        }
    }

    // ---- Who may

    @Test
    void everyRouteRefusesWhoMayNot() {
        var id = idOf(upload(coordinator, unit, "a.pdf", SampleFiles.pdf("siapa"), assessment, QUESTION)
                .expect(201)
                .json());
        var leader = people.person(everywhere(Role.LEADERSHIP));
        var elsewhere = people.person(on(people.unit(), Role.UNIT_COORDINATOR));

        for (var call : calls(id)) {
            assertThat(call.as(people.nobody()).status()).as("nobody: " + call).isEqualTo(401);
            assertThat(call.as(people.stranger()).status())
                    .as("a stranger: " + call)
                    .isEqualTo(403);
            assertThat(call.as(elsewhere).status()).as("another unit: " + call).isEqualTo(404);
            assertThat(call.as(leader).status()).as("leadership: " + call).isEqualTo(call.reads() ? 200 : 403);
        }
    }

    @Test
    void secretEvidenceExistsOnlyForThoseWhoMayKnow() {
        var answer = upload(coordinator, unit, "wbs.pdf", SampleFiles.pdf("rahasia"), assessment, QUESTION)
                .expect(201);
        var id = idOf(answer.json());
        coordinator
                .put("/api/evidence/{id}", answer.etag(), description("WBS", Map.of("confidentiality", "secret")), id)
                .expect(200);
        var leader = people.person(everywhere(Role.LEADERSHIP));
        var areaCoordinator = people.person(onAreas(unit, "1"));
        var ownTpi = people.person(unit, everywhere(Role.TPI_MEMBER), onAreas(unit, "1"));

        for (var outsider : List.of(leader, people.administrator(), areaCoordinator, ownTpi)) {
            for (var call : calls(id)) {
                if (call.path.startsWith("/api/evidence/" + id)) {
                    assertThat(call.as(outsider).status()).as(call.toString()).isIn(403, 404);
                }
            }
            assertThat(listed(outsider, unit)).isEmpty();
            assertThat(outsider.get("/api/assessments/{id}/evidence", assessment)
                            .expect(200)
                            .json()
                            .size())
                    .isZero();
        }
        for (var reader : List.of(coordinator, assessor)) {
            reader.get("/api/evidence/{id}", id).expect(200);
            assertThat(listed(reader, unit)).hasSize(1);
        }
        assertThat(idOf(upload(areaCoordinator, unit, "x.pdf", SampleFiles.pdf("rahasia"), null, null)
                        .expect(201)
                        .json()))
                .as("somebody who may not know of it brings the same file")
                .isNotEqualTo(id);
    }

    @Test
    void aTicketEndsWithTheAccessOfItsPerson() {
        var answer = upload(coordinator, unit, "a.pdf", SampleFiles.pdf("kedaluwarsa"), null, null)
                .expect(201);
        var id = idOf(answer.json());
        var leader = people.person(everywhere(Role.LEADERSHIP));
        var url = leader.post("/api/evidence/{id}/versions/1/ticket", null, id)
                .expect(200)
                .json()
                .path("url")
                .asString();

        coordinator
                .put("/api/evidence/{id}", answer.etag(), description("x", Map.of("confidentiality", "secret")), id)
                .expect(200);

        assertThat(people.nobody().get(url).status()).isEqualTo(404);
    }

    // ---- Listing

    @Test
    void listsNewestFirstInPagesAndFindsByText() {
        for (int i = 1; i <= 5; i++) {
            upload(coordinator, unit, "Notulen (" + i + ").pdf", SampleFiles.pdf("daftar " + i), null, null)
                    .expect(201);
        }

        var titles = new ArrayList<String>();
        var cursor = "";
        do {
            var page = coordinator
                    .get("/api/evidence?unit={unit}&limit=2&cursor={cursor}", unit, cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(it -> titles.add(it.path("title").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());

        assertThat(titles).containsExactly("Notulen (5)", "Notulen (4)", "Notulen (3)", "Notulen (2)", "Notulen (1)");
        assertThat(coordinator
                        .get("/api/evidence?unit={unit}&q={q}", unit, encoded("notulen (3)"))
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(coordinator.get("/api/evidence?unit={unit}&cursor=x", unit).problem())
                .isEqualTo("invalid-request");
    }

    // ---- The means

    private record Call(String method, String path, boolean reads) {
        Answer as(TestApi caller) {
            var headers = Map.of("Content-Type", "application/json", "If-Match", "\"1\"");
            var body = path.endsWith("/removal")
                    ? "{\"reason\": \"Salah unggah\"}"
                    : method.equals("PUT") && !path.contains("links") ? JSON_DESCRIPTION : "";
            return caller.send(method, path, BodyPublishers.ofString(body), headers);
        }
    }

    private static final String JSON_DESCRIPTION = """
            {"title": "x", "confidentiality": "internal"}""";

    private List<Call> calls(UUID id) {
        var one = "/api/evidence/" + id;
        return List.of(
                new Call("GET", one, true),
                new Call("GET", one + "/versions/1/content", true),
                new Call("POST", one + "/versions/1/ticket", true),
                new Call("GET", "/api/evidence?unit=" + unit, true),
                new Call("GET", "/api/assessments/" + assessment + "/evidence", true),
                new Call("POST", "/api/evidence?fileName=a.pdf&unit=" + unit, false),
                new Call("POST", one + "/versions?fileName=a.pdf", false),
                new Call("PUT", one, false),
                new Call("POST", one + "/removal", false),
                new Call("PUT", one + "/links/" + assessment + "/" + OTHER_QUESTION, false),
                new Call("DELETE", one + "/links/" + assessment + "/" + QUESTION, false));
    }

    private UUID assessmentOf(UUID unitId, TestApi caller) {
        return idOf(caller.post(
                        "/api/assessments",
                        Map.of(
                                "unitId",
                                unitId.toString(),
                                "periodId",
                                people.period(INSTRUMENT).toString()))
                .expect(201)
                .json());
    }

    private static Answer upload(
            TestApi caller,
            UUID unitId,
            String fileName,
            byte[] bytes,
            @Nullable UUID assessmentId,
            @Nullable String question) {
        var path = "/api/evidence?unit=" + unitId + "&fileName=" + encoded(fileName)
                + (assessmentId == null ? "" : "&assessment=" + assessmentId)
                + (question == null ? "" : "&question=" + question);
        return caller.send(
                "POST", path, BodyPublishers.ofByteArray(bytes), Map.of("Content-Type", "application/octet-stream"));
    }

    private static Answer remove(TestApi caller, UUID id, String etag) {
        return caller.send(
                "POST",
                "/api/evidence/" + id + "/removal",
                BodyPublishers.ofString("{\"reason\": \"Salah unggah\"}"),
                Map.of("Content-Type", "application/json", "If-Match", etag));
    }

    private static Answer content(TestApi caller, JsonNode evidence, int version) {
        return caller.get("/api/evidence/{id}/versions/{n}/content", idOf(evidence), version);
    }

    private static List<UUID> listed(TestApi caller, UUID unitId) {
        var items = caller.get("/api/evidence?unit={unit}&limit=100", unitId)
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(EvidenceApiTest::idOf)
                .toList();
    }

    private TreeSet<String> unproven() {
        var codes = new TreeSet<String>();
        coordinator
                .get("/api/assessments/{id}/submission-check", assessment)
                .expect(200)
                .json()
                .path("unproven")
                .forEach(it -> codes.add(it.path("code").asString()));
        return codes;
    }

    private static Map<String, Object> description(String title, Map<String, Object> more) {
        var description = new LinkedHashMap<String, Object>();
        description.put("title", title);
        description.put("confidentiality", "internal");
        description.putAll(more);
        return description;
    }

    private Socket connection() throws IOException {
        var origin = URI.create(people.origin());
        return new Socket(origin.getHost(), origin.getPort());
    }

    private static String tokenOf(TestApi caller) {
        return caller.token();
    }

    private static UUID idOf(JsonNode evidence) {
        return UUID.fromString(evidence.path("id").asString());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    /** Saved and never shown as a page of ours, whatever it contains. */
    private static void assertSentSafely(Answer answer, String about) {
        assertThat(answer.status()).as(about).isIn(200, 206, 304);
        assertThat(answer.headers())
                .as(about)
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Content-Security-Policy", "sandbox; default-src 'none'")
                .containsEntry("Cross-Origin-Resource-Policy", "same-origin");
        assertThat(answer.headers().get("content-disposition")).as(about).startsWith("attachment;");
        assertThat(answer.headers().getOrDefault("content-type", ""))
                .as(about)
                .doesNotContain("html", "svg", "xml;", "javascript");
    }

    private static byte[] text(int size) {
        var bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) ('a' + (i * 31L + i / 97) % 26);
        }
        return bytes;
    }

    private static String hash(byte[] bytes) {
        var measure = new Measure();
        measure.update(bytes, 0, bytes.length);
        return measure.sha256();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static long usedMemory() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** As many letters as wanted, made while they are read; tells when nine tenths are gone. */
    private static final class Zeros extends InputStream {
        private final Runnable nearTheEnd;
        private final long size;
        private long left;

        Zeros(long size, Runnable nearTheEnd) {
            this.size = size;
            this.left = size;
            this.nearTheEnd = nearTheEnd;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(into, offset, offset + count, (byte) 'z');
            var before = left;
            left -= count;
            if (before > size / 10 && left <= size / 10) {
                nearTheEnd.run();
            }
            return count;
        }
    }
}
