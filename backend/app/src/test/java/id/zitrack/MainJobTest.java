package id.zitrack;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/**
 * The main job from the first answer to the dossier, in Chromium, by four people with different roles, on both
 * instruments; then the dossier is opened as a national evaluator would.
 */
@ZiTrackTest
class MainJobTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "sandi-uji-yang-panjang";
    private static final String EVIDENCE_TEXT = "Keputusan tentang Tim Kerja Pembangunan Zona Integritas";

    @Autowired
    TestPeople people;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void aUnitReachesTheDossierOnBothInstruments() throws Exception {
        var unit = people.unit();
        var unitName = nameOf(unit);
        var downloads = folder.resolve("unduhan");
        var evidence = folder.resolve("SK Tim Kerja ZI 2026.pdf");
        writeDecree(evidence);
        var plan = new LinkedHashMap<String, Object>();
        plan.put("origin", people.origin());
        plan.put("browser", browser().toString());
        plan.put("downloads", downloads.toString());
        plan.put("password", PASSWORD);
        plan.put("evidence", evidence.toString());
        plan.put("evidenceTitle", "SK Tim Kerja ZI 2026");
        plan.put("unit", unitName);
        plan.put("unitShort", find("/api/units?limit=200", unit, "shortName"));
        plan.put(
                "people",
                Map.of(
                        "coordinator", invited("koordinator", unit, Role.UNIT_COORDINATOR),
                        "member", invited("anggota", unit, Role.TPI_MEMBER),
                        "lead", invited("ketua", unit, Role.TPI_LEAD),
                        "leader", invited("pimpinan", null, Role.LEADERSHIP)));
        plan.put("instruments", List.of(lke(), zi()));
        var planFile = folder.resolve("plan.json");
        Files.writeString(planFile, JSON.writeValueAsString(plan));

        runInBrowser(planFile);

        for (var name : List.of("lke-90-2021", "zi-60-2012")) {
            theSheetAsPdfNamesTheUnit(downloads.resolve(name + ".pdf"), unitName);
            theWorkbookHasTheAnswers(downloads.resolve(name + ".xlsx"));
            theDossierProvesItself(downloads.resolve(name + ".zip"), Files.readAllBytes(evidence));
        }
    }

    private Map<String, Object> lke() {
        var answers = new TreeMap<String, List<String>>();
        answers.put("A.II.1.i.a", List.of("8", "6"));
        answers.put("A.II.1.i.b", List.of("6", "3"));
        answers.put("A.II.3.iii.a", List.of("4", "1", "1"));
        answers.put("A.II.4.i.a", List.of("10", "9"));
        answers.put("A.II.5.ii.a", List.of("20", "4", "16"));
        answers.put("A.II.5.iii.a", List.of("1", "8", "1", "9"));
        answers.put("A.II.5.iii.b", List.of("5", "10", "35", "48"));
        answers.put("A.II.6.i.b", List.of("12", "6"));
        answers.put("B.I.a", List.of("3,60"));
        answers.put("B.II.a", List.of("3,50"));
        return instrument("lke-90-2021", 113, answers, List.of("A.I.1.i.a", "A.I.1.i.b"), "A.I.1.ii.b");
    }

    private Map<String, Object> zi() {
        var answers = new TreeMap<String, List<String>>();
        for (var number = 1; number <= 8; number++) {
            answers.put("H." + number, List.of(number <= 2 ? "8" : "0"));
        }
        return instrument("zi-60-2012", 89, answers, List.of("P.1.a", "P.1.b"), "P.2.a");
    }

    private Map<String, Object> instrument(
            String id, int questions, Map<String, List<String>> answers, List<String> proven, String disputed) {
        var period = people.period(id);
        return Map.of(
                "name", id,
                "period", periodName(period),
                "questions", questions,
                "answers", answers,
                "proven", proven,
                "disputed", disputed);
    }

    private String nameOf(UUID unit) {
        return find("/api/units?limit=200", unit, "name");
    }

    private String periodName(UUID period) {
        return find("/api/periods", period, "name");
    }

    private String find(String path, UUID id, String field) {
        var json = people.administrator().get(path).expect(200).json();
        for (var it : json.isArray() ? json : json.path("items")) {
            if (it.path("id").asString().equals(id.toString())) {
                return it.path(field).asString();
            }
        }
        throw new AssertionError("No " + id + " at " + path);
    }

    private Map<String, Object> invited(String who, @Nullable UUID unit, Role role) {
        var username = who + ".utama";
        var holding = new LinkedHashMap<String, Object>();
        holding.put("role", role.name());
        holding.put("unitId", unit);
        holding.put("areas", List.of());
        var body = new LinkedHashMap<String, Object>();
        body.put("name", "Ibu " + who);
        body.put("email", username + "@instansi.test");
        body.put("username", username);
        body.put("active", true);
        body.put("homeUnitId", null);
        body.put("roles", List.of(holding));
        var id = people.administrator()
                .post("/api/people", body)
                .expect(201)
                .json()
                .path("id")
                .asString();
        var link = people.administrator()
                .post("/api/people/{id}/invitation", null, id)
                .expect(200)
                .json()
                .path("link")
                .asString();
        return Map.of("username", username, "invitation", link);
    }

    private static void runInBrowser(Path plan) throws IOException, InterruptedException {
        var script = frontend().resolve("e2e/main-job.js");
        // Into a file: what a child writes to the console of the test runner is lost or breaks its channel.
        var log = plan.resolveSibling("main-job.log");
        var process = new ProcessBuilder("node", script.toString(), plan.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var ended = process.waitFor(Duration.ofMinutes(10).toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }

        var said = Files.readString(log);
        assertThat(ended).as("the main job ended within ten minutes:\n%s", said).isTrue();
        assertThat(process.exitValue())
                .as("the main job in the browser:\n%s", said)
                .isZero();
    }

    private static Path frontend() {
        return Path.of("").toAbsolutePath().resolve("../../frontend").normalize();
    }

    private static Path browser() {
        var named = System.getenv("ZITRACK_BROWSER");
        var candidates = new ArrayList<String>();
        if (named != null) {
            candidates.add(named);
        }
        candidates.addAll(List.of(
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome",
                "/opt/google/chrome/chrome"));
        return candidates.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No Chromium: install it (on Debian: apt-get install chromium)"
                        + " or name it in ZITRACK_BROWSER"));
    }

    private static void writeDecree(Path file) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.TIMES_BOLD), 14);
                content.newLineAtOffset(72, 700);
                content.showText(EVIDENCE_TEXT);
                content.endText();
            }
            document.save(file.toFile());
        }
    }

    private static void theSheetAsPdfNamesTheUnit(Path pdf, String unitName) throws IOException {
        try (var document = Loader.loadPDF(pdf.toFile())) {
            var text = new PDFTextStripper().getText(document);

            assertThat(text).contains(unitName).contains("SK Tim Kerja ZI 2026");
        }
    }

    private static void theWorkbookHasTheAnswers(Path xlsx) throws IOException {
        try (var workbook = WorkbookFactory.create(xlsx.toFile(), null, true)) {
            var answers = new ArrayList<String>();
            var formulas = 0;
            for (var sheet : workbook) {
                for (var row : sheet) {
                    for (var cell : row) {
                        if (cell.getCellType() == CellType.STRING) {
                            answers.add(cell.getStringCellValue());
                        } else if (cell.getCellType() == CellType.FORMULA) {
                            formulas++;
                        }
                    }
                }
            }

            assertThat(answers).contains("Ya").anyMatch(it -> it.contains("SK Tim Kerja ZI 2026"));
            assertThat(formulas).as("formulas that recalculate the sheet").isGreaterThan(50);
        }
    }

    private static void theDossierProvesItself(Path zip, byte[] evidence) throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            var names = file.stream().map(it -> it.getName()).toList();
            var decrees = names.stream()
                    .filter(it -> it.endsWith("SK Tim Kerja ZI 2026.pdf"))
                    .toList();

            assertThat(names)
                    .anyMatch(it -> it.endsWith("bagit.txt"))
                    .anyMatch(it -> it.endsWith("manifest-sha256.txt"));
            assertThat(names).anyMatch(it -> it.endsWith("data/LKE.pdf")).anyMatch(it -> it.endsWith("data/LKE.xlsx"));
            assertThat(decrees)
                    .as("the evidence, stored once, under its question")
                    .hasSize(1);
            try (var stream = file.getInputStream(file.getEntry(decrees.get(0)))) {
                assertThat(stream.readAllBytes()).isEqualTo(evidence);
            }
        }
    }
}
