package id.zitrack.dossier;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestApi.Answer;
import id.zitrack.TestPeople;
import id.zitrack.TestSheets;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@ZiTrackTest
class DossierApiTest {
    @Autowired
    @SuppressWarnings("NullAway.Init")
    private TestPeople people;

    private UUID unit = new UUID(0, 0);

    @SuppressWarnings("NullAway.Init")
    private TestApi coordinator;

    private String assessment = "";
    private List<String> codes = List.of();

    @BeforeEach
    void filledSheet() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        var period = people.period(TestSheets.LKE);
        assessment = coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", period))
                .expect(201)
                .json()
                .path("id")
                .asString();
        var instrument = TestSheets.instrument(TestSheets.LKE);
        codes = TestSheets.choices(instrument);
        coordinator
                .patch("/api/assessments/{id}/answers", TestSheets.asImport(TestSheets.best(instrument)), assessment)
                .expect(200);
    }

    private String evidence(String fileName, String content, String code) throws IOException {
        return coordinator
                .upload(
                        "/api/evidence?unit={unit}&fileName={file}&assessment={assessment}&question={code}",
                        pdf(content + unit),
                        unit,
                        fileName,
                        assessment,
                        code)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static byte[] pdf(String title) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(title);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private Answer export(TestApi person, String kind) {
        var url = person.post("/api/assessments/{id}/dossier/tickets", Map.of("kind", kind), assessment)
                .expect(200)
                .json()
                .path("url")
                .asString();
        return people.nobody().get(url);
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName().replaceFirst("^[^/]+/", ""), in.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void holdsTheSheetItsWorkbookAndTheEvidence() throws IOException {
        evidence("SK-Tim.pdf", "satu", codes.get(0));

        var files = unzip(export(coordinator, "zip").expect(200).bytes());

        assertThat(files).containsKeys("bagit.txt", "data/LKE.pdf", "data/LKE.xlsx", "data/data.json");
        assertThat(files.keySet()).anyMatch(it -> it.startsWith("data/AREA 1/") && it.endsWith(".pdf"));
        for (var line : new String(files.getOrDefault("manifest-sha256.txt", new byte[0]), UTF_8)
                .lines()
                .toList()) {
            var path = line.substring(66);
            assertThat(BagFile.of(path, files.getOrDefault(path, new byte[0])).sha256())
                    .as(path)
                    .isEqualTo(line.substring(0, 64));
        }
        var data = JsonMapper.builder().build().readTree(files.getOrDefault("data/data.json", new byte[0]));
        assertThat(data.path("answers").size()).isEqualTo(113);
        assertThat(data.path("evidence").size()).isEqualTo(1);
        assertThat(data.path("preconditions").path("wbk"))
                .isNotEmpty()
                .allMatch(it ->
                        it.path("met").isNull() && it.path("missing").asString().equals("belum dicatat"));
        try (var document = Loader.loadPDF(files.getOrDefault("data/LKE.pdf", new byte[0]))) {
            assertThat(new PDFTextStripper().getText(document)).contains("100,00");
        }
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(files.getOrDefault("data/LKE.xlsx", new byte[0])))) {
            assertThat(book.getSheet(LkeWorkbook.SHEET).getRow(5).getCell(10).getStringCellValue())
                    .isEqualTo("Ya");
        }
    }

    @Test
    void isTheSameTwice() {
        assertThat(export(coordinator, "zip").bytes())
                .isEqualTo(export(coordinator, "zip").bytes());
    }

    @Test
    void offersEachDocumentAlone() {
        assertThat(export(coordinator, "pdf").headers())
                .containsEntry("content-type", "application/pdf")
                .hasEntrySatisfying("content-disposition", it -> assertThat(it).startsWith("attachment"));
        assertThat(export(coordinator, "xlsx").expect(200).bytes()).startsWith('P', 'K');
        coordinator
                .post("/api/assessments/{id}/dossier/tickets", Map.of("kind", "exe"), assessment)
                .expect(400);
    }

    @Test
    void isForThoseWhoMayExportIt() {
        var body = Map.of("kind", "zip");
        var path = "/api/assessments/{id}/dossier/tickets";

        people.nobody().post(path, body, assessment).expect(401);
        people.person(on(unit, Role.AREA_COORDINATOR))
                .post(path, body, assessment)
                .expect(403);
        people.person(on(people.unit(), Role.UNIT_COORDINATOR))
                .post(path, body, assessment)
                .expect(404);
        people.person(everywhere(Role.LEADERSHIP)).post(path, body, assessment).expect(200);
    }

    @Test
    void keepsVerdictsFromTheUnitUntilTheyAreGivenBack() throws IOException {
        coordinator
                .post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), assessment)
                .expect(200);
        var member = people.person(everywhere(Role.TPI_MEMBER));
        member.put(
                        "/api/assessments/{id}/review/verdicts/{code}",
                        "\"0\"",
                        Map.of("value", "Tidak", "remark", "SK belum ditandatangani"),
                        assessment,
                        codes.get(0))
                .expect(200);

        assertThat(text(export(member, "pdf"))).contains("SK belum ditandatangani");
        assertThat(text(export(coordinator, "pdf"))).doesNotContain("SK belum ditandatangani");
    }

    @Test
    void leavesSecretEvidenceOutForThoseWhoMayNotSeeIt() throws IOException {
        var id = evidence("WBS.pdf", "rahasia", codes.get(0));
        var current = coordinator.get("/api/evidence/{id}", id);
        var change = new LinkedHashMap<String, Object>();
        change.put("title", "Rekap WBS");
        change.put("confidentiality", "secret");
        coordinator.put("/api/evidence/{id}", current.etag(), change, id).expect(200);

        var forUnit = unzip(export(coordinator, "zip").expect(200).bytes());
        var forLeaders = unzip(export(people.person(everywhere(Role.LEADERSHIP)), "zip")
                .expect(200)
                .bytes());

        assertThat(forUnit.keySet()).anyMatch(it -> it.contains("Rekap WBS"));
        assertThat(forLeaders.keySet()).noneMatch(it -> it.contains("Rekap WBS"));
        assertThat(new String(forLeaders.getOrDefault("BACA SAYA.txt", new byte[0]), UTF_8))
                .contains("1 bukti bersifat rahasia");
    }

    private static String text(Answer pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.expect(200).bytes())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
