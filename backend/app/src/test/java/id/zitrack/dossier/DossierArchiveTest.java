package id.zitrack.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.zitrack.dossier.DossierContent.Proof;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierArchiveTest {
    private static final byte[] PDF = "pdf".getBytes(UTF_8);
    private static final byte[] XLSX = "xlsx".getBytes(UTF_8);
    private static final String ROOT = "LKE Disdukcapil 2026 lke-90-2021/";

    private final Map<String, byte[]> stored = new HashMap<>();

    private Proof proof(String title, String fileName, String bytes, String... codes) {
        stored.put(BagFile.of("x", bytes).sha256(), bytes.getBytes(UTF_8));
        return FilledSheets.proof(title, fileName, List.of(codes), bytes.getBytes(UTF_8));
    }

    private static DossierContent with(Proof... proofs) {
        var base = FilledSheets.filled("lke-90-2021", 1);
        return new DossierContent(
                base.assessmentId(),
                base.institution(),
                base.unitName(),
                base.unitShortName(),
                base.periodName(),
                base.year(),
                base.instrument(),
                base.stage(),
                base.asOf(),
                base.replies(),
                base.unit(),
                base.tpi(),
                base.verdicts(),
                base.effective(),
                List.of(proofs),
                base.withheld(),
                base.history(),
                base.preconditions(),
                base.trail());
    }

    private InputStream open(DossierContent.ProofFile file) {
        return new ByteArrayInputStream(stored.getOrDefault(file.sha256(), new byte[0]));
    }

    private byte[] zip(DossierContent content) throws IOException {
        var out = new ByteArrayOutputStream();
        DossierArchive.of(content, PDF, XLSX, this::open).write(out);
        return out.toByteArray();
    }

    private static Map<String, String> unzip(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        return files;
    }

    @Test
    void keepsEvidenceUnderPathsPeopleKnow() throws IOException {
        var content = with(
                proof("SK Tim Kerja", "scan 1.PDF", "a", "A.I.1.i.a", "A.I.1.i.b"),
                proof("SK Tim Kerja", "lain.pdf", "b", "A.I.1.i.a"),
                proof("Laporan: SPAK/2026?", "x.xlsx", "c", "B.I.a"));

        var files = unzip(zip(content));

        assertThat(files)
                .containsEntry(ROOT + "data/AREA 1/1.i.a SK Tim Kerja.pdf", "a")
                .containsEntry(ROOT + "data/AREA 1/1.i.a SK Tim Kerja (2).pdf", "b")
                .containsKeys(ROOT + "data/LKE.pdf", ROOT + "data/LKE.xlsx", ROOT + "data/data.json");
        assertThat(files.keySet()).anyMatch(it -> it.contains("/HASIL/") && it.endsWith("Laporan- SPAK-2026-.xlsx"));
        assertThat(files.get(ROOT + "data/DAFTAR BUKTI.csv"))
                .contains("\"A.I.1.i.b\"")
                .contains("AREA 1/1.i.a SK Tim Kerja.pdf");
        assertThat(files.get(ROOT + "BACA SAYA.txt")).contains("sha256sum -c manifest-sha256.txt");
    }

    @Test
    void isABagWhoseManifestsHold(@TempDir Path folder) throws Exception {
        var zip = zip(with(proof("SK Tim Kerja", "a.pdf", "isi", "A.I.1.i.a")));

        var files = unzip(zip);
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }

        assertThat(files.get(ROOT + "bagit.txt")).isEqualTo("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        for (var manifest : List.of("manifest-sha256.txt", "tagmanifest-sha256.txt")) {
            var lines = files.getOrDefault(ROOT + manifest, "").lines().toList();
            assertThat(lines).isNotEmpty();
            for (var line : lines) {
                var path = line.substring(66);
                assertThat(BagFile.of(path, Files.readAllBytes(folder.resolve(ROOT + path)))
                                .sha256())
                        .isEqualTo(line.substring(0, 64));
            }
        }
        long payload = files.keySet().stream()
                .filter(it -> it.startsWith(ROOT + "data/"))
                .count();
        assertThat(files.getOrDefault(ROOT + "manifest-sha256.txt", "").lines()).hasSize((int) payload);
        if (Files.isExecutable(Path.of("/usr/bin/sha256sum"))) {
            var check = new ProcessBuilder(
                            "/usr/bin/sha256sum", "-c", "--strict", "manifest-sha256.txt", "tagmanifest-sha256.txt")
                    .directory(folder.resolve(ROOT).toFile())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(check.getInputStream().readAllBytes(), UTF_8);
            assertThat(check.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(check.exitValue()).as(said).isZero();
        }
    }

    @Test
    void theSameContentGivesTheSameBytes() throws IOException {
        assertThat(zip(with(proof("SK", "a.pdf", "isi", "A.I.1.i.a"))))
                .isEqualTo(zip(with(proof("SK", "a.pdf", "isi", "A.I.1.i.a"))));
    }

    @Test
    void aChangedFileEndsTheZipUnfinished() {
        var content = with(proof("SK", "a.pdf", "isi", "A.I.1.i.a"));
        stored.replaceAll((hash, bytes) -> "isu".getBytes(UTF_8));

        var out = new ByteArrayOutputStream();
        assertThatThrownBy(
                        () -> DossierArchive.of(content, PDF, XLSX, this::open).write(out))
                .isInstanceOf(DossierBroken.class);
        assertThat(out.toString(java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("PK\u0005\u0006");
    }

    @Test
    void namesAreSafeOnWindows() {
        var names = new SafeNames();

        assertThat(SafeNames.safe("con")).isEqualTo("_con");
        assertThat(SafeNames.safe(" a<b>:\"c\" | d?. ")).isEqualTo("a-b---c- - d-");
        assertThat(SafeNames.safe("..")).isEqualTo("tanpa nama");
        assertThat(SafeNames.safe("é".repeat(200)).getBytes(UTF_8)).hasSizeLessThanOrEqualTo(110);
        assertThat(names.path("A", "x", "pdf")).isEqualTo("A/x.pdf");
        assertThat(names.path("a", "X", "pdf")).isEqualTo("a/X (2).pdf");
    }
}
