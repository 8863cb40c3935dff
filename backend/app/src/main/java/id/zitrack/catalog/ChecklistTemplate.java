package id.zitrack.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes the workbook that people fill with the items of a checklist; {@link ChecklistImport} reads it. */
final class ChecklistTemplate {
    private static final int TITLE_ROW = 0;
    private static final int HEADING_ROW = 2;
    private static final int LAST_ROW = 1_000;
    private static final int CHARACTER = 256;
    private static final String SEA = "0F5C6E";

    private static final String[][] EXAMPLES = {
        {
            "Perencanaan",
            "1.a",
            "Rencana kerja tahunan sudah ditetapkan",
            ChecklistAnswer.YES_NO.label(),
            "2",
            "Ya bila rencana ditandatangani pimpinan unit.",
            "Rencana kerja; SK penetapan"
        },
        {
            "",
            "1.b",
            "Seberapa banyak kegiatan dilaksanakan sesuai rencana",
            ChecklistAnswer.PERCENT.label(),
            "3",
            "Kegiatan selesai dibagi kegiatan yang direncanakan.",
            "Laporan pelaksanaan"
        },
        {
            "Pelayanan",
            "2.a",
            "Mutu pelayanan menurut pengguna",
            ChecklistAnswer.A_TO_D.label(),
            "5",
            "",
            "Laporan survei; rekap pengaduan"
        },
    };

    private final XSSFWorkbook book;
    private final XSSFCellStyle strong;
    private final XSSFCellStyle heading;
    private final XSSFCellStyle text;
    private final XSSFCellStyle oneLine;

    private ChecklistTemplate(XSSFWorkbook book) {
        this.book = book;
        strong = style(true, null);
        heading = style(true, SEA);
        text = style(false, null);
        oneLine = style(false, null);
        oneLine.setWrapText(false);
    }

    static byte[] write() {
        try (var book = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var template = new ChecklistTemplate(book);
            template.items();
            template.guide();
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The checklist template cannot be written", e);
        }
    }

    private void items() {
        var sheet = book.createSheet("Butir");
        var columns = ChecklistColumn.values();
        var title = sheet.createRow(TITLE_ROW);
        cell(title, 0, ChecklistImport.TITLE, strong);
        cell(title, 1, "Contoh checklist", oneLine);
        var headings = sheet.createRow(HEADING_ROW);
        for (int i = 0; i < columns.length; i++) {
            cell(headings, i, columns[i].heading(), heading);
            sheet.setColumnWidth(i, columns[i].width() * CHARACTER);
            sheet.setDefaultColumnStyle(i, text);
        }
        for (int i = 0; i < EXAMPLES.length; i++) {
            var row = sheet.createRow(HEADING_ROW + 1 + i);
            for (int column = 0; column < columns.length; column++) {
                cell(row, column, EXAMPLES[i][column], text);
            }
        }
        sheet.createFreezePane(0, HEADING_ROW + 1);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        offerAnswers(sheet);
    }

    private static void offerAnswers(XSSFSheet sheet) {
        var answers = Arrays.stream(ChecklistAnswer.values())
                .map(ChecklistAnswer::label)
                .toArray(String[]::new);
        int column = ChecklistColumn.ANSWER.ordinal();
        var offers = sheet.getDataValidationHelper();
        var validation = offers.createValidation(
                offers.createExplicitListConstraint(answers),
                new CellRangeAddressList(HEADING_ROW + 1, LAST_ROW, column, column));
        validation.setShowErrorBox(true);
        validation.createErrorBox("Jenis jawaban", "Pilih salah satu dari daftar.");
        sheet.addValidationData(validation);
    }

    private void guide() {
        var sheet = book.createSheet("Petunjuk");
        sheet.setColumnWidth(0, 18 * CHARACTER);
        sheet.setColumnWidth(1, 90 * CHARACTER);
        int at = 0;
        cell(sheet.createRow(at++), 0, "Cara mengisi", strong);
        for (var step : new String[] {
            "Tulis judul di lembar Butir, lalu satu butir per baris di bawah baris judul kolom.",
            "Ganti atau hapus baris contoh. Jangan ubah baris judul kolom.",
            "Unggah di Admin › Instrumen. Hasilnya rancangan: masih dapat diubah sebelum terbit.",
        }) {
            cell(sheet.createRow(at++), 1, step, text);
        }
        at++;
        cell(sheet.createRow(at++), 0, "Kolom", strong);
        for (var column : ChecklistColumn.values()) {
            var row = sheet.createRow(at++);
            cell(row, 0, column.heading(), text);
            cell(row, 1, column.explanation(), text);
        }
    }

    private XSSFCellStyle style(boolean bold, @Nullable String fill) {
        var font = book.createFont();
        font.setBold(bold);
        var style = book.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        // As text, so that a spreadsheet makes no number or date of a code such as 1.10.
        style.setDataFormat(book.createDataFormat().getFormat("@"));
        if (fill != null) {
            font.setColor(IndexedColors.WHITE.getIndex());
            int rgb = Integer.parseInt(fill, 16);
            style.setFillForegroundColor(
                    new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    private static void cell(XSSFRow row, int column, String value, XSSFCellStyle style) {
        var cell = row.createCell(column);
        cell.setCellStyle(style);
        if (!value.isEmpty()) {
            cell.setCellValue(value);
        }
    }
}
