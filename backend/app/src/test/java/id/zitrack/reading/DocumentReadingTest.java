package id.zitrack.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.zitrack.inspection.BytesContent;
import id.zitrack.inspection.FileType;
import id.zitrack.inspection.SampleFiles;
import id.zitrack.reading.Preview.Block;
import id.zitrack.reading.Preview.Division;
import id.zitrack.reading.Preview.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** What previews and search read in documents, good ones and such as are made to do harm. */
class DocumentReadingTest {
    private static final long SOON = TimeUnit.SECONDS.toNanos(20);

    // ---- Good ones

    @Test
    void aWordDocumentIsParagraphsAndTables() throws IOException {
        byte[] bytes;
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("Notulen <b>rapat</b> & hasilnya");
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("No");
            table.getRow(0).getCell(1).setText("Nama");
            table.getRow(1).getCell(0).setText("1");
            table.getRow(1).getCell(1).setText("Ani");
            document.createParagraph().createRun().setText("Selesai");
            document.write(out);
            bytes = out.toByteArray();
        }

        var blocks = preview(bytes, FileType.DOCX).sections().get(0).blocks();

        assertThat(blocks)
                .containsExactly(
                        paragraph("Notulen <b>rapat</b> & hasilnya"),
                        table(List.of("No", "Nama"), List.of("1", "Ani")),
                        paragraph("Selesai"));
        assertThat(text(bytes, FileType.DOCX)).isEqualTo("Notulen <b>rapat</b> & hasilnya No Nama 1 Ani Selesai ");
    }

    @Test
    void aWorkbookIsSheetsWithCellsAsTheyAreShown() throws IOException {
        byte[] bytes;
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("Register");
            var row = sheet.createRow(0);
            row.createCell(0).setCellValue("Tanggal");
            row.createCell(2).setCellValue("Nilai");
            var second = sheet.createRow(3);
            var day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
            second.createCell(0).setCellValue(java.time.LocalDate.of(2026, 1, 14));
            second.getCell(0).setCellStyle(day);
            var percent = workbook.createCellStyle();
            percent.setDataFormat((short) BuiltinFormats.getBuiltinFormat("0%"));
            second.createCell(1).setCellValue(0.5);
            second.getCell(1).setCellStyle(percent);
            second.createCell(2).setCellFormula("1+1");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.createSheet("Kosong");
            workbook.write(out);
            bytes = out.toByteArray();
        }

        var preview = preview(bytes, FileType.XLSX);

        assertThat(preview.sections()).extracting(Section::name).containsExactly("Register", "Kosong");
        assertThat(preview.sections()).extracting(Section::division).containsOnly(Division.SHEET);
        assertThat(preview.sections().get(0).blocks())
                .containsExactly(table(List.of("Tanggal", "", "Nilai"), List.of("14/01/2026", "50%", "2")));
        assertThat(preview.isCut()).isFalse();
    }

    @Test
    void aPresentationIsSlides() throws IOException {
        byte[] bytes;
        try (var show = new XMLSlideShow();
                var out = new ByteArrayOutputStream()) {
            for (int i = 1; i <= 11; i++) {
                show.createSlide().createTextBox().setText("Salindia ke-" + i);
            }
            show.write(out);
            bytes = out.toByteArray();
        }

        var sections = preview(bytes, FileType.PPTX).sections();

        assertThat(sections).extracting(Section::name).startsWith("1", "2", "3").endsWith("10", "11");
        assertThat(sections.get(10).blocks()).containsExactly(paragraph("Salindia ke-11"));
    }

    @Test
    void openDocumentsAreReadAlike() throws IOException {
        var text = openDocument(
                "text",
                "<office:text><text:h>Judul</text:h><text:p>Isi<text:s text:c=\"2\"/>dua</text:p>"
                        + "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
                        + "</table:table-row></table:table></office:text>");
        var sheet = openDocument(
                "spreadsheet",
                "<office:spreadsheet><table:table table:name=\"Data\"><table:table-row>"
                        + "<table:table-cell table:number-columns-repeated=\"2\"><text:p>x</text:p></table:table-cell>"
                        + "<table:table-cell table:number-columns-repeated=\"16384\"/>"
                        + "</table:table-row></table:table></office:spreadsheet>");

        assertThat(preview(text, FileType.ODT).sections().get(0).blocks())
                .containsExactly(new Block("Judul", true, null), paragraph("Isi  dua"), table(List.of("a")));
        assertThat(preview(sheet, FileType.ODS).sections())
                .containsExactly(new Section(Division.SHEET, "Data", List.of(table(List.of("x", "x")))));
    }

    @Test
    void textAndTablesOfValuesAreReadInAnyWritingOfOffices() throws IOException {
        assertThat(preview("no;nama\n1;\"Ani; Budi\"\n".getBytes(UTF_8), FileType.CSV)
                        .sections()
                        .get(0)
                        .blocks())
                .containsExactly(table(List.of("no", "nama"), List.of("1", "Ani; Budi")));
        assertThat(text("Caf\u00e9 baru".getBytes(ISO_8859_1), FileType.TEXT)).isEqualTo("Caf\u00e9 baru ");
        assertThat(text("\uFEFFRapat".getBytes(UTF_8), FileType.TEXT)).isEqualTo("Rapat ");
        assertThat(text("=1+1|cmd;\"belum selesai".getBytes(UTF_8), FileType.CSV))
                .contains("belum selesai");
    }

    @Test
    void thePagesOfAPdfAreText() throws IOException {
        assertThat(PdfText.read(
                        new BytesContent(SampleFiles.pdf("Keputusan Kepala Dinas")),
                        FileText.LONGEST,
                        System.nanoTime() + SOON))
                .isEqualTo("Keputusan Kepala Dinas ");
    }

    // ---- Made to do harm

    @Test
    void aDocumentNestedWithoutEndIsGivenUp() {
        var deep = word("<w:p>".repeat(100_000) + "</w:p>".repeat(100_000));

        assertThatThrownBy(() -> preview(deep, FileType.DOCX)).isInstanceOf(UnreadableDocument.class);
    }

    @Test
    void entitiesAreNeverFollowed() {
        var laughing = "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">"
                + "<!ENTITY file SYSTEM \"file:///etc/passwd\">]>";
        var document = zip(Map.of(
                "word/document.xml",
                (laughing + "<w:document><w:p><w:t>&b;&file;</w:t></w:p></w:document>").getBytes(UTF_8)));

        var shown = new StringBuilder();
        try {
            preview(document, FileType.DOCX).sections().forEach(shown::append);
        } catch (UnreadableDocument | IOException refused) {
            shown.append("refused");
        }

        assertThat(shown.toString()).doesNotContain("root:").doesNotContain("haha");
    }

    @Test
    void ofAHugePartOnlyTheBeginningIsRead() throws IOException {
        var huge = word("<w:p><w:t>" + "kata ".repeat(20_000_000 / 5) + "</w:t></w:p>"
                + "<w:p><w:t>x</w:t></w:p>".repeat(500_000));

        var start = System.nanoTime();
        var preview = preview(huge, FileType.DOCX);

        assertThat(preview.isCut()).isTrue();
        assertThat(size(preview)).isLessThan(400_000);
        assertThat(text(huge, FileType.DOCX)).hasSizeLessThanOrEqualTo(FileText.LONGEST);
        assertThat(System.nanoTime() - start).isLessThan(SOON);
    }

    @Test
    void oneAttributeOfManyMegabytesDoesNoHarm() throws IOException {
        var huge = word("<w:p w:x=\"" + "y".repeat(40_000_000) + "\"><w:t>z</w:t></w:p>");

        assertThat(size(preview(huge, FileType.DOCX))).isLessThan(1_000);
    }

    @Test
    void aWorkbookOfHostileNumbersIsShownAsItIs() throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "xl/workbook.xml",
                ("<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                                + "<sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
                        .getBytes(UTF_8));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/s.xml\"/></Relationships>"
                        .getBytes(UTF_8));
        parts.put(
                "xl/styles.xml",
                ("<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"" + "#,".repeat(50)
                                + "\"/></numFmts><cellXfs><xf numFmtId=\"200\"/><xf numFmtId=\"99999\"/></cellXfs></styleSheet>")
                        .getBytes(UTF_8));
        parts.put(
                "xl/worksheets/s.xml",
                ("<worksheet><sheetData><row><c r=\"A1\" s=\"0\"><v>1E400</v></c><c r=\"ZZZZ1\"><v>2</v></c>"
                                + "<c r=\"B1\" s=\"1\"><v>NaN</v></c><c r=\"C1\" t=\"s\"><v>999999</v></c>"
                                + "<c r=\"D1\" s=\"77\"><v>x</v></c><c t=\"inlineStr\"><is><t>=HYPERLINK(1)</t></is></c>"
                                + "</row></sheetData></worksheet>")
                        .getBytes(UTF_8));

        var rows = Objects.requireNonNull(preview(zip(parts), FileType.XLSX)
                .sections()
                .get(0)
                .blocks()
                .get(0)
                .rows());

        assertThat(rows.get(0)).hasSize(5).endsWith("=HYPERLINK(1)").contains("x");
    }

    @Test
    void aPdfThatUnpacksWithoutEndIsGivenUpBeforeItIsUnpacked() {
        assertThatThrownBy(() -> pdfText(pdfOf(new byte[60 * 1024 * 1024])))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("too much inside");
    }

    @Test
    void aPdfWhosePartsDrawEachOtherManyTimesEnds() throws IOException {
        byte[] bytes;
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            PDFormXObject inner = null;
            for (int level = 0; level < 12; level++) {
                var form = new PDFormXObject(document);
                form.setBBox(new PDRectangle(10, 10));
                form.setResources(new PDResources());
                if (inner != null) {
                    form.getResources().put(COSName.getPDFName("X"), inner);
                }
                try (var stream = form.getContentStream().createOutputStream()) {
                    stream.write("/X Do\n".repeat(30).getBytes(ISO_8859_1));
                }
                inner = form;
            }
            page.setResources(new PDResources());
            page.getResources().put(COSName.getPDFName("X"), inner);
            var contents = document.getDocument().createCOSStream();
            try (var stream = contents.createOutputStream()) {
                stream.write("/X Do\n".repeat(30).getBytes(ISO_8859_1));
            }
            page.getCOSObject().setItem(COSName.CONTENTS, contents);
            document.save(out);
            bytes = out.toByteArray();
        }
        var start = System.nanoTime();

        PdfText.read(new BytesContent(bytes), FileText.LONGEST, System.nanoTime() + TimeUnit.SECONDS.toNanos(1));

        assertThat(System.nanoTime() - start).isLessThan(SOON);
    }

    @Test
    void everyOddFileThatIsAcceptedIsReadOrGivenUpInPeace() {
        for (var sample : SampleFiles.good()) {
            var type = Objects.requireNonNull(sample.type());
            try {
                if (type == FileType.PDF) {
                    assertThat(pdfText(sample.bytes())).isNotNull();
                } else if (type.isText() || OfficeReading.reads(type)) {
                    assertThat(preview(sample.bytes(), type).sections())
                            .as(sample.about())
                            .isNotNull();
                }
            } catch (UnreadableDocument | IOException givenUp) {
                assertThat(sample.about()).contains("a PDF");
            }
        }
    }

    @Test
    void everyHostileFileEndsInPeaceToo() {
        for (var sample : SampleFiles.hostile()) {
            for (var type : List.of(FileType.DOCX, FileType.XLSX, FileType.PPTX, FileType.ODT, FileType.CSV)) {
                try {
                    assertThat(size(preview(sample.bytes(), type))).isLessThan(1_000_000);
                } catch (UnreadableDocument | IOException givenUp) {
                    assertThat(givenUp).as(sample.about()).isNotNull();
                }
            }
        }
    }

    // ---- The means

    private static Preview preview(byte[] bytes, FileType type) throws IOException {
        return Previewing.read(new BytesContent(bytes), type);
    }

    private static String text(byte[] bytes, FileType type) throws IOException {
        var sink = new TextSink(FileText.LONGEST);
        if (type.isText()) {
            PlainTextReading.read(new BytesContent(bytes), type, sink);
        } else {
            OfficeReading.read(new BytesContent(bytes), type, sink, System.nanoTime() + SOON);
        }
        return sink.text();
    }

    private static String pdfText(byte[] bytes) throws IOException {
        return PdfText.read(new BytesContent(bytes), FileText.LONGEST, System.nanoTime() + SOON);
    }

    private static int size(Preview preview) {
        return preview.toString().length();
    }

    private static Block paragraph(String text) {
        return new Block(text, false, null);
    }

    @SafeVarargs
    private static Block table(List<String>... rows) {
        return new Block(null, false, List.of(rows));
    }

    private static byte[] word(String body) {
        return zip(Map.of(
                "word/document.xml",
                ("<w:document><w:body>" + body + "</w:body></w:document>")
                        .replace("<w:document>", "<w:document xmlns:w=\"w\">")
                        .getBytes(UTF_8)));
    }

    private static byte[] openDocument(String kind, String body) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("mimetype", ("application/vnd.oasis.opendocument." + kind).getBytes(UTF_8));
        parts.put(
                "content.xml",
                ("<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                                + " xmlns:text=\"text\" xmlns:table=\"table\"><office:body>" + body
                                + "</office:body></office:document-content>")
                        .getBytes(UTF_8));
        return zip(parts);
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        return SampleFiles.zip(parts);
    }

    /** A PDF with one page whose content is packed from these bytes. */
    private static byte[] pdfOf(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            deflating.write(content);
        }
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            var stream = document.getDocument().createCOSStream();
            stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            try (var raw = stream.createRawOutputStream()) {
                raw.write(packed.toByteArray());
            }
            page.getCOSObject().setItem(COSName.CONTENTS, stream);
            document.save(out);
            return out.toByteArray();
        }
    }
}
