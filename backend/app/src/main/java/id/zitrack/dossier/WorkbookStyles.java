package id.zitrack.dossier;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The cell styles of the workbook, in the colors of the screens. */
final class WorkbookStyles {
    private static final String INK = "14303F";
    private static final String SEA = "0F5C6E";
    private static final String SEA_WASH = "E3F0F1";
    private static final String WASH = "F1F3EE";
    private static final String INPUT = "FFFBEA";
    private static final String LINE = "D9DFDB";

    private final XSSFWorkbook book;
    private final Map<Short, XSSFCellStyle> quoted = new HashMap<>();
    final XSSFCellStyle header;
    final XSSFCellStyle title;
    final XSSFCellStyle plain;
    final XSSFCellStyle root;
    final XSSFCellStyle rootNumber;
    final XSSFCellStyle group;
    final XSSFCellStyle groupNumber;
    final XSSFCellStyle subarea;
    final XSSFCellStyle subareaNumber;
    final XSSFCellStyle text;
    final XSSFCellStyle code;
    final XSSFCellStyle small;
    final XSSFCellStyle center;
    final XSSFCellStyle number;
    final XSSFCellStyle input;
    final XSSFCellStyle answer;

    WorkbookStyles(XSSFWorkbook book) {
        this.book = book;
        header = style(10, true, "FFFFFF", SEA);
        header.setAlignment(HorizontalAlignment.CENTER);
        header.setVerticalAlignment(VerticalAlignment.CENTER);
        title = style(16, true, INK, null);
        title.setWrapText(false);
        plain = style(10, false, INK, null);
        plain.setWrapText(false);
        root = style(11, true, "FFFFFF", INK);
        rootNumber = numeric(style(11, true, "FFFFFF", INK));
        group = style(10, true, SEA, SEA_WASH);
        groupNumber = numeric(style(10, true, SEA, SEA_WASH));
        subarea = style(10, true, INK, WASH);
        subareaNumber = numeric(style(10, true, INK, WASH));
        text = style(10, false, INK, null);
        code = style(10, true, INK, null);
        small = style(8, false, "45606E", null);
        center = style(10, false, INK, null);
        center.setAlignment(HorizontalAlignment.CENTER);
        number = numeric(style(10, false, INK, null));
        input = style(10, false, INK, INPUT);
        input.setLocked(false);
        answer = style(10, true, INK, INPUT);
        answer.setAlignment(HorizontalAlignment.CENTER);
        answer.setLocked(false);
        for (var lined : new XSSFCellStyle[] {
            root,
            rootNumber,
            group,
            groupNumber,
            subarea,
            subareaNumber,
            text,
            code,
            small,
            center,
            number,
            input,
            answer
        }) {
            line(lined);
        }
    }

    /** The same style for a text that a spreadsheet could take for a formula: shown as text, also when edited. */
    CellStyle quoted(CellStyle style) {
        return quoted.computeIfAbsent(style.getIndex(), it -> {
            var copy = book.createCellStyle();
            copy.cloneStyleFrom(style);
            copy.setQuotePrefixed(true);
            return copy;
        });
    }

    private XSSFCellStyle style(int size, boolean bold, String color, @Nullable String fill) {
        XSSFFont font = book.createFont();
        font.setFontName("Calibri");
        font.setFontHeightInPoints((short) size);
        font.setBold(bold);
        font.setColor(color(color));
        var style = book.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        if (fill != null) {
            style.setFillForegroundColor(color(fill));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    private XSSFCellStyle numeric(XSSFCellStyle style) {
        style.setDataFormat(book.createDataFormat().getFormat("0.00"));
        style.setAlignment(HorizontalAlignment.RIGHT);
        return style;
    }

    private static void line(XSSFCellStyle style) {
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(color(LINE));
        style.setBorderRight(BorderStyle.THIN);
        style.setRightBorderColor(color(LINE));
    }

    private static XSSFColor color(String hex) {
        int rgb = Integer.parseInt(hex, 16);
        return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
    }
}
