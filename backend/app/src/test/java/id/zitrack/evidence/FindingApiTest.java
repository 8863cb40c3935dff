package id.zitrack.evidence;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static id.zitrack.TestPeople.onAreas;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.zitrack.TestApi;
import id.zitrack.TestApi.Answer;
import id.zitrack.TestPeople;
import id.zitrack.TestSheets;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.inspection.SampleFiles;
import id.zitrack.storage.FileState;
import id.zitrack.storage.StoredFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

/** Bringing in folders, finding and seeing, over HTTP. */
@ZiTrackTest
class FindingApiTest {
    private static final String QUESTION = "A.I.1.i.a";

    @Autowired
    private TestPeople people;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Indexing indexing;

    private UUID unit;
    private UUID period;
    private UUID assessment;
    private TestApi coordinator;
    private TestApi assessor;

    @BeforeEach
    void aUnitWithItsAssessment() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        assessor = people.person(everywhere(Role.TPI_LEAD));
        period = people.period(TestSheets.LKE);
        assessment = idOf(coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", period))
                .expect(201)
                .json());
    }

    // ---- Proposals

    @Test
    void filesOfAFolderGetAQuestionATypeADateAndTheirDuplicates() {
        var bytes = SampleFiles.pdf("sudah ada " + unit);
        var known = upload("SK lama.pdf", bytes, QUESTION).expect(201).json();
        var sha256 = known.path("versions").path(0).path("sha256").asString();

        var proposals = propose(
                        coordinator,
                        file("ZI\\AREA 1\\1.i.a SK TIM KERJA 14 Januari 2026 - Copy.pdf", 10, null),
                        file("ZI/AREA 1/Undangan.pdf", 10, sha256),
                        file("ZI/AREA 2/Undangan.pdf", 10, sha256),
                        file("ZI/Thumbs.db", 10, null),
                        file("ZI/kosong.pdf", 0, null),
                        file("ZI/besar.mp4", 900_000_000, null))
                .expect(200)
                .json();

        var first = proposals.path(0);
        assertThat(first.path("code").asString()).isEqualTo(QUESTION);
        assertThat(first.path("certainty").asString()).isEqualTo("LIKELY");
        assertThat(first.path("others").path(0).asString()).isEqualTo("A.II.1.i.a");
        assertThat(first.path("title").asString()).isEqualTo("SK TIM KERJA 14 Januari 2026");
        assertThat(first.path("docType").asString()).isEqualTo("decree");
        assertThat(first.path("date").asString()).isEqualTo("2026-01-14");
        assertThat(proposals.path(1).path("existing").path("id").asString())
                .isEqualTo(idOf(known).toString());
        assertThat(proposals.path(1).path("existing").path("codes").path(0).asString())
                .isEqualTo(QUESTION);
        assertThat(proposals.path(2).path("sameAs").asInt()).isEqualTo(1);
        assertThat(IntStream.range(3, 6)
                        .mapToObj(it -> proposals.path(it).path("leaveOut").asString()))
                .containsExactly("system-file", "empty-file", "too-large");
    }

    @Test
    void proposalsAreForThoseWhoMayBringEvidence() {
        var file = file("AREA 1/1.i.a SK.pdf", 10, null);
        var elsewhere = people.unit();
        var stranger = people.person(on(elsewhere, Role.UNIT_COORDINATOR));

        assertThat(propose(assessor, file).status()).isEqualTo(403);
        assertThat(propose(people.person(on(unit, Role.LEADERSHIP)), file).status())
                .isEqualTo(403);
        assertThat(propose(stranger, file).status()).isEqualTo(404);
        assertThat(propose(people.nobody(), file).status()).isEqualTo(401);
        assertThat(propose(coordinator).problem()).isEqualTo("invalid-request");
    }

    @Test
    void anAreaCoordinatorIsProposedTheirOwnQuestionsOnly() {
        var areaFive = people.person(onAreas(unit, "5"));

        var proposals = propose(
                        areaFive, file("AREA 1/A.I.1.i.a SK.pdf", 10, null), file("AREA 5/A.I.5.i.a UPG.pdf", 10, null))
                .expect(200)
                .json();

        assertThat(proposals.path(0).path("code").isNull()).isTrue();
        assertThat(proposals.path(1).path("code").asString()).isEqualTo("A.I.5.i.a");
    }

    @Test
    void whoseSecretFileItIsStaysHiddenInProposals() {
        var bytes = SampleFiles.pdf("rahasia " + unit);
        var secret = upload("LHKPN.pdf", bytes, null).expect(201);
        describe(secret, Map.of("confidentiality", "secret"));
        var sha256 = secret.json().path("versions").path(0).path("sha256").asString();
        var areaCoordinator = people.person(onAreas(unit, "1"));

        var proposals = propose(areaCoordinator, file("LHKPN.pdf", 10, sha256))
                .expect(200)
                .json();

        assertThat(proposals.path(0).path("existing").isNull()).isTrue();
    }

    @Test
    void twoThousandFilesAreProposedAtOnceAndNotOneMore() {
        var files = IntStream.range(0, 2_000)
                .mapToObj(it -> file("AREA " + (it % 6 + 1) + "/" + it + " Laporan.pdf", 10, "%064x".formatted(it)))
                .toList();
        var more = new ArrayList<>(files);
        more.add(file("AREA 1/satu lagi.pdf", 10, null));

        assertThat(propose(coordinator, files).expect(200).json().size()).isEqualTo(2_000);
        assertThat(propose(coordinator, more).problem()).isEqualTo("invalid-request");
    }

    // ---- Search

    @Test
    void everyWordMustBeginAWordOfTheDescription() {
        var answer = upload("SK Tim Kerja.pdf", SampleFiles.pdf("x" + unit), QUESTION);
        describe(answer, Map.of("number", "065/112/ORG", "signer", "Sekretaris Daérah", "docType", "decree"));

        for (var found : List.of(
                "tim", "KERJA tim", "sekret", "daerah", "065/112", "112/org", "1.i.a", "a.i.1.i.a", "065", "sk ker")) {
            assertThat(search(coordinator, found)).as(found).hasSize(1);
        }
        for (var missed : List.of("erja", "tim lain", "065/113", "2.i.a", "t.m", "tim|x y")) {
            assertThat(search(coordinator, missed)).as(missed).isEmpty();
        }
        assertThat(search(coordinator, "%"))
                .as("no word looks for nothing in particular")
                .hasSize(1);
    }

    @Test
    void theTextOfAFileIsFoundALittleLaterWithThePlaceWhereItStands() {
        upload("scan.pdf", SampleFiles.pdf("Menetapkan susunan kelompok pembaruan " + unit), null)
                .expect(201);

        await().untilAsserted(() ->
                assertThat(search(coordinator, "pembaru menetapkan")).hasSize(1));

        var hit = search(coordinator, "pembaru").get(0);
        var snippet = hit.path("snippet");
        var mark = snippet.path("marks").path(0);
        assertThat(snippet.path("text")
                        .asString()
                        .substring(mark.path("start").asInt(), mark.path("end").asInt()))
                .isEqualTo("pembaruan");
    }

    @Test
    void aNewVersionIsFoundByItsOwnText() {
        var first = upload("a.pdf", SampleFiles.pdf("harimau " + unit), null).expect(201);
        await().untilAsserted(() -> assertThat(search(coordinator, "harimau")).hasSize(1));

        coordinator
                .upload(
                        "/api/evidence/{id}/versions?fileName=b.pdf",
                        SampleFiles.pdf("gajah " + unit),
                        idOf(first.json()))
                .expect(201);

        await().untilAsserted(() -> assertThat(search(coordinator, "gajah")).hasSize(1));
        assertThat(search(coordinator, "harimau")).isEmpty();
    }

    @Test
    void filtersNarrowTheSearch() {
        var decree = upload("SK.pdf", SampleFiles.pdf("satu " + unit), QUESTION);
        describe(decree, Map.of("docType", "decree"));
        upload("Foto.jpg", SampleFiles.picture("jpg"), null).expect(201);

        assertThat(searched("docType=decree")).hasSize(1);
        assertThat(searched("question=" + QUESTION)).hasSize(1);
        assertThat(searched("period=" + period)).hasSize(1);
        assertThat(searched("period=" + people.period(TestSheets.LKE))).isEmpty();
        assertThat(searched("state=AVAILABLE")).hasSize(2);
        assertThat(searched("state=QUARANTINED")).isEmpty();
        assertThat(searched("q=sk&docType=decree&state=AVAILABLE&question=" + QUESTION + "&period=" + period))
                .hasSize(1);
        assertThat(searched("q=sk&docType=photo")).isEmpty();
        assertThat(coordinator.get("/api/evidence/search?state=APA").status()).isEqualTo(400);
    }

    @Test
    void whatIsWithheldIsFoundByItsStateButItsTextIsNotShown() {
        var answer =
                upload("a.pdf", SampleFiles.pdf("tertahan rapi " + unit), null).expect(201);
        await().untilAsserted(() -> assertThat(search(coordinator, "tertahan")).hasSize(1));
        var sha256 = answer.json().path("versions").path(0).path("sha256").asString();
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(sha256)),
                Update.update("state", FileState.QUARANTINED),
                StoredFile.class);

        assertThat(searched("state=QUARANTINED")).hasSize(1);
        assertThat(search(coordinator, "tertahan").get(0).path("snippet").isNull())
                .isTrue();
        assertThat(preview(coordinator, answer.json()).problem()).isEqualTo("file-not-available");
    }

    @Test
    void secretEvidenceDoesNotShowInHitsOrPages() {
        var secret = upload("LHKPN pejabat.pdf", SampleFiles.pdf("kekayaan " + unit), null);
        describe(secret, Map.of("confidentiality", "secret"));
        upload("LHKPN umum.pdf", SampleFiles.pdf("umum " + unit), null).expect(201);
        await().untilAsserted(() -> assertThat(search(coordinator, "kekayaan")).hasSize(1));
        var areaCoordinator = people.person(onAreas(unit, "1"));
        var leader = people.person(everywhere(Role.LEADERSHIP));

        for (var caller : List.of(areaCoordinator, leader, people.administrator())) {
            assertThat(search(caller, "kekayaan")).isEmpty();
            var page = caller.get("/api/evidence/search?unit={u}&q=lhkpn&limit=1", unit)
                    .expect(200)
                    .json();
            assertThat(page.path("items").size()).isEqualTo(1);
            assertThat(page.path("next").isNull())
                    .as("no page that only the secret would fill")
                    .isTrue();
            assertThat(preview(caller, secret.json()).status()).isEqualTo(404);
        }
        assertThat(search(assessor, "kekayaan")).hasSize(1);
    }

    @Test
    void anotherUnitsEvidenceIsNotFound() {
        upload("Dokumen khas.pdf", SampleFiles.pdf("x " + unit), null).expect(201);
        var elsewhere = people.unit();
        var stranger = people.person(on(elsewhere, Role.UNIT_COORDINATOR));

        assertThat(stranger.get("/api/evidence/search?unit={u}&q=khas", unit).status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/evidence/search?q=khas")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void whatWasRemovedIsNotFoundAndLeavesNoHoleInLists() {
        var removed =
                upload("Hapus saya.pdf", SampleFiles.pdf("hapus " + unit), null).expect(201);
        upload("Simpan saya.pdf", SampleFiles.pdf("simpan " + unit), null).expect(201);
        coordinator
                .send(
                        "POST",
                        "/api/evidence/" + idOf(removed.json()) + "/removal",
                        BodyPublishers.ofString("{\"reason\": \"salah unggah\"}"),
                        Map.of("Content-Type", "application/json", "If-Match", removed.etag()))
                .expect(204);

        assertThat(search(coordinator, "saya")).hasSize(1);
        assertThat(searched("")).hasSize(1);
    }

    @Test
    void searchIsReadInPagesToo() {
        for (int i = 0; i < 5; i++) {
            upload("Notulen " + i + ".pdf", SampleFiles.pdf("hal " + i + unit), null)
                    .expect(201);
        }
        var titles = new ArrayList<String>();
        var cursor = "";
        do {
            var page = coordinator
                    .get("/api/evidence/search?unit={u}&q=notulen&limit=2&cursor={c}", unit, cursor)
                    .expect(200)
                    .json();
            page.path("items")
                    .forEach(it -> titles.add(it.path("evidence").path("title").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());

        assertThat(titles).containsExactly("Notulen 4", "Notulen 3", "Notulen 2", "Notulen 1", "Notulen 0");
    }

    @Test
    void whatAKilledProcessDidNotNoteIsFoundAtTheNextStart() {
        var id = idOf(upload("Terlewat.pdf", SampleFiles.pdf("lewat " + unit), null)
                .expect(201)
                .json());
        await().until(() ->
                !requireNonNull(mongo.findById(id, EvidenceWords.class)).pending());
        mongo.remove(Query.query(Criteria.where("_id").is(id)), EvidenceWords.class);
        assertThat(search(coordinator, "terlewat")).isEmpty();

        indexing.catchUp();

        assertThat(search(coordinator, "terlewat")).hasSize(1);
    }

    @Test
    void evidenceOfAVersionThatKnewNoPlacesIsListedAfterTheNextStart(@Autowired Shelving shelving) {
        var id = idOf(upload("Lama.pdf", SampleFiles.pdf("lama " + unit), null)
                .expect(201)
                .json());
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id)),
                new Update().unset("place").unset("unitPlace"),
                Evidence.class);
        assertThat(searched("")).isEmpty();

        shelving.placeOlder();

        assertThat(searched("")).hasSize(1);
    }

    // ---- Previews

    @Test
    void theInsideOfADocumentIsShownToThoseWhoMaySeeIt() throws IOException {
        var evidence = upload("Notulen.docx", docx("Rapat <script>alert(1)</script> " + unit), null)
                .expect(201)
                .json();

        var preview = preview(assessor, evidence).expect(200);

        assertThat(preview.json()
                        .path("sections")
                        .path(0)
                        .path("blocks")
                        .path(0)
                        .path("text")
                        .asString())
                .startsWith("Rapat <script>");
        assertThat(preview.headers().get("content-type")).startsWith("application/json");
        assertThat(preview.headers().get("x-content-type-options")).isEqualTo("nosniff");
        assertThat(preview(people.person(on(people.unit(), Role.UNIT_COORDINATOR)), evidence)
                        .status())
                .isEqualTo(404);
        assertThat(coordinator
                        .get("/api/evidence/{id}/versions/9/preview", idOf(evidence))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatBrowsersShowThemselvesHasNoPreview() {
        var pdf =
                upload("a.pdf", SampleFiles.pdf("x " + unit), null).expect(201).json();

        assertThat(preview(coordinator, pdf).problem()).isEqualTo("no-preview");
    }

    // ---- The means

    private Answer upload(String fileName, byte[] bytes, @Nullable String question) {
        var path = "/api/evidence?unit=" + unit + "&fileName=" + URLEncoder.encode(fileName, StandardCharsets.UTF_8)
                + (question == null ? "" : "&assessment=" + assessment + "&question=" + question);
        return coordinator.upload(path, bytes);
    }

    private void describe(Answer uploaded, Map<String, Object> more) {
        var description = new LinkedHashMap<String, Object>();
        description.put("title", uploaded.json().path("title").asString());
        description.put("confidentiality", "internal");
        description.putAll(more);
        coordinator
                .put("/api/evidence/{id}", uploaded.etag(), description, idOf(uploaded.json()))
                .expect(200);
    }

    private List<JsonNode> search(TestApi caller, String words) {
        return searched(caller, "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    private List<JsonNode> searched(String query) {
        return searched(coordinator, query);
    }

    private List<JsonNode> searched(TestApi caller, String query) {
        var hits = new ArrayList<JsonNode>();
        caller.get("/api/evidence/search?unit=" + unit + "&" + query)
                .expect(200)
                .json()
                .path("items")
                .forEach(hits::add);
        return hits;
    }

    private static Answer preview(TestApi caller, JsonNode evidence) {
        return caller.get("/api/evidence/{id}/versions/1/preview", idOf(evidence));
    }

    private static Map<String, Object> file(String path, long size, @Nullable String sha256) {
        var file = new LinkedHashMap<String, Object>();
        file.put("path", path);
        file.put("size", size);
        file.put("sha256", sha256);
        return file;
    }

    @SafeVarargs
    private Answer propose(TestApi caller, Map<String, Object>... files) {
        return propose(caller, List.of(files));
    }

    private Answer propose(TestApi caller, List<Map<String, Object>> files) {
        return caller.post(
                "/api/evidence/proposals", Map.of("unitId", unit, "assessmentId", assessment, "files", files));
    }

    private static byte[] docx(String text) throws IOException {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(text);
            document.write(out);
            return out.toByteArray();
        }
    }

    private static UUID idOf(JsonNode json) {
        return UUID.fromString(json.path("id").asString());
    }
}
