package id.zitrack.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.instrument.Group;
import id.zitrack.instrument.Question;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import net.sf.jasperreports.engine.JRException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LkePdfTest {
    private final LkePdf pdf;

    LkePdfTest() throws JRException {
        pdf = new LkePdf();
    }

    private byte[] print(DossierContent content) {
        return pdf.print(SheetReport.of(content), content.asOf());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lke-90-2021", "zi-60-2012"})
    void showsEveryQuestionAndTheScoresWithDecimalCommas(String instrumentId) throws IOException {
        var content = FilledSheets.filled(instrumentId, 1);

        try (var document = Loader.loadPDF(print(content))) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Dinas Kependudukan dan Pencatatan Sipil")
                    .contains(content.instrument().hash().substring(0, 32))
                    .contains("14 Jun 2026 10.32 WIB")
                    .contains(Numbers.two(content.unit().strict().total().rounded(2)))
                    .contains("Halaman 2 dari " + document.getNumberOfPages())
                    .contains("Anggota (Budi Santoso): Notulen belum ditandatangani.");
            for (var question : content.instrument().questions()) {
                assertThat(text).contains(question.code());
            }
        }
    }

    @Test
    void partsOfACombinedGateStandBelowIt() throws IOException {
        var instrument = FilledSheets.testInstrument("terms");

        try (var document = Loader.loadPDF(print(FilledSheets.judged(instrument, Map.of("B.2.a", "2"), Map.of())))) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .containsSubsequence("Hasil", "≥ 1 syarat", "0 syarat", "kurang 1 syarat")
                    .containsSubsequence("Hasil", "Indeks", "≥ 0,9", "Sudah baik dan bersih", "≥ 2 syarat", "≤ 10%")
                    .containsSubsequence("Semua", "≥ 2 syarat", "1 syarat", "kurang 1 syarat", "Terlemah", "Survei");
        }
    }

    @Test
    void aDecidedZeroDenominatorIsToldWithItsReason() throws IOException {
        var content = FilledSheets.judged(
                FilledSheets.testInstrument("small"),
                Map.of("B.2", "due=0;late=0;done=3"),
                Map.of("B.2", new BigDecimal("0.375")));

        try (var document = Loader.loadPDF(print(content))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Pembagi 0 dinilai 0,375 dari 1. Belum ada kewajiban.");
        }
        var json = new String(new DossierJson(content, Map.of()).write(), UTF_8);
        assertThat(json).contains("\"zeroWorth\" : \"0.375\"");
    }

    @Test
    void saysUntilWhenADocumentHoldsAndWhetherItCameAfterTheVerdict() throws IOException {
        var later = FilledSheets.judged(
                FilledSheets.testInstrument("small"), Map.of("B.2", "due=0;late=0;done=3"), Map.of());

        try (var document = Loader.loadPDF(print(later))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Surat Keterangan, Nomor 800/12/2026, 14 Jan 2026, berlaku sampai 31 Des 2026"
                            + " (versi 1, diunggah setelah dinilai)");
        }
        var before = FilledSheets.filled("lke-90-2021", 1);
        assertThat(before.instrument().questions())
                .noneMatch(it -> before.proofLines(it.code()).contains("setelah dinilai"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lke-90-2021", "zi-60-2012"})
    void aHeadingStandsOnThePageOfItsFirstQuestion(String instrumentId) throws IOException {
        var content = FilledSheets.filled(instrumentId, 3);

        try (var document = Loader.loadPDF(print(content))) {
            var lines = new ArrayList<List<String>>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                lines.add(stripper.getText(document).lines().toList());
            }
            for (var node : content.instrument().nodes()) {
                if (node instanceof Group group && group.children().get(0) instanceof Question first) {
                    assertThat(lines)
                            .as(group.code())
                            .anyMatch(it -> startsALine(it, group.code()) && startsALine(it, first.code()));
                }
            }
        }
    }

    private static boolean startsALine(List<String> lines, String code) {
        return lines.stream().anyMatch(it -> it.equals(code) || it.startsWith(code + " "));
    }

    @Test
    void embedsEveryFontAndIsTaggedForReadersAndArchives() throws IOException {
        try (var document = Loader.loadPDF(print(FilledSheets.filled("lke-90-2021", 2)))) {
            for (var page : document.getPages()) {
                var resources = page.getResources();
                for (COSName name : resources.getFontNames()) {
                    PDFont font = resources.getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("id-ID");
            assertThat(catalog.getOutputIntents()).isNotEmpty();
            try (var xmp = catalog.getMetadata().exportXMPMetadata()) {
                assertThat(new String(xmp.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .containsPattern("pdfaid:part(=\"|>)2");
            }
            assertThat(StreamSupport.stream(document.getPages().spliterator(), false))
                    .hasSizeGreaterThan(5);
        }
    }

    @Test
    void listsThePreconditionsThatWereAskedFor() throws IOException {
        try (var document = Loader.loadPDF(print(FilledSheets.filled("lke-90-2021", 2)))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Prasyarat WBK")
                    .contains("Nomor 12/LHP/2026")
                    .contains("✓ terpenuhi")
                    .contains("Temuan hasil pemeriksaan sudah")
                    .contains("○ belum dicatat");
        }
    }

    @Test
    void showsABoxForAGlyphTheFontsDoNotHave() throws IOException {
        try (var document = Loader.loadPDF(print(FilledSheets.filled("lke-90-2021", 3)))) {
            assertThat(new PDFTextStripper().getText(document)).contains("lihat lampiran □");
        }
    }

    @Test
    void theSameContentGivesTheSameBytes() {
        var one = BagFile.of("LKE.pdf", print(FilledSheets.filled("zi-60-2012", 4)));
        var other = BagFile.of("LKE.pdf", print(FilledSheets.filled("zi-60-2012", 4)));

        assertThat(one.sha256()).isEqualTo(other.sha256());
    }
}
