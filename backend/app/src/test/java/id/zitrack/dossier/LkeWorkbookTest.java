package id.zitrack.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.Group;
import id.zitrack.instrument.Instrument;
import id.zitrack.scoring.ScoreSheet;
import id.zitrack.scoring.ScoreView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LkeWorkbookTest {

    @ParameterizedTest
    @CsvSource({"lke-90-2021, 1", "lke-90-2021, 2", "zi-60-2012, 3"})
    void formulasGiveThePointsOfTheScoring(String instrumentId, long seed) throws IOException {
        var content = FilledSheets.filled(instrumentId, seed);

        try (var book = open(LkeWorkbook.write(content))) {
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            var sheet = book.getSheet(LkeWorkbook.SHEET);
            var plan = SheetPlan.of(content.instrument());
            compare(sheet, plan, content.instrument(), content.unit(), 5, 14, 17);
            var tpi = Objects.requireNonNull(content.tpi());
            compare(sheet, plan, content.instrument(), tpi, 7, 15, 18);
        }
    }

    private static void compare(
            XSSFSheet sheet,
            SheetPlan plan,
            Instrument instrument,
            ScoreSheet scores,
            int official,
            int strict,
            int best) {
        for (var node : instrument.nodes()) {
            if (node instanceof Group) {
                int row = plan.row(node.code());
                same(instrument, sheet, row, official, scores.official(), node.code());
                same(instrument, sheet, row, strict, scores.strict(), node.code());
                same(instrument, sheet, row, best, scores.best(), node.code());
            }
        }
    }

    private static void same(Instrument instrument, XSSFSheet sheet, int row, int column, ScoreView view, String code) {
        var cell = sheet.getRow(row - 1).getCell(column);
        double shown = cell.getCachedFormulaResultType() == CellType.NUMERIC ? cell.getNumericCellValue() : 0;
        boolean insideMean = instrument.node(code).weight() == null;
        double expected = insideMean
                ? view.percentOf(List.of(code)).rounded(12).doubleValue() / 100
                : view.of(code).rounded(12).doubleValue();
        assertThat(shown).as(view.kind() + " " + code).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lke-90-2021", "zi-60-2012"})
    void gatesOfTheSummaryAgreeWithTheScoring(String instrumentId) throws IOException {
        var content = FilledSheets.filled(instrumentId, 4);

        try (var book = open(LkeWorkbook.write(content))) {
            var summary = book.getSheet(LkeWorkbook.SUMMARY);
            for (var award : Award.values()) {
                int row = rowOf(summary, "Syarat " + award);
                for (var gate : content.unit().gates(award)) {
                    row++;
                    assertThat(summary.getRow(row).getCell(0).getStringCellValue())
                            .isEqualTo(gate.label().id());
                    var actual = gate.actual();
                    if (actual != null) {
                        assertThat(summary.getRow(row).getCell(3).getNumericCellValue())
                                .as(gate.id())
                                .isCloseTo(actual.rounded(12).doubleValue(), within(1e-9));
                    }
                    var said = summary.getRow(row).getCell(7).getStringCellValue();
                    assertThat(said.equals("ya")).as(gate.id()).isEqualTo(Boolean.TRUE.equals(gate.met()));
                }
            }
        }
    }

    private static int rowOf(XSSFSheet sheet, String text) {
        for (var row : sheet) {
            var cell = row.getCell(0);
            if (cell != null
                    && cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().equals(text)) {
                return row.getRowNum();
            }
        }
        throw new AssertionError("No row " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = "lke-90-2021")
    void questionsStandInTheRowsAndColumnsOfTheOfficialSheet(String instrumentId) throws IOException {
        var content = FilledSheets.filled(instrumentId, 5);

        try (var book = open(LkeWorkbook.write(content))) {
            var sheet = book.getSheet(LkeWorkbook.SHEET);
            for (var question : content.instrument().questions()) {
                var row = sheet.getRow(SheetPlan.of(content.instrument()).row(question.code()) - 1);
                assertThat(row.getCell(0).getStringCellValue()).isEqualTo(question.code());
            }
            assertThat(sheet.getRow(5).getCell(0).getStringCellValue()).isEqualTo("A.I.1.i.a");
            assertThat(sheet.getRow(201).getCell(0).getStringCellValue()).isEqualTo("B.II.a");
            assertThat(sheet.getDataValidations()).isNotEmpty();
            assertThat(sheet.getProtect()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "lke-90-2021")
    void textsThatLookLikeFormulasStayTexts(String instrumentId) throws IOException {
        var content = FilledSheets.filled(instrumentId, 6);

        try (var book = open(LkeWorkbook.write(content))) {
            for (var row : book.getSheet(LkeWorkbook.SHEET)) {
                var note = row.getCell(11);
                if (note != null && note.getCellType() != CellType.BLANK && row.getRowNum() > 0) {
                    assertThat(note.getCellType()).isEqualTo(CellType.STRING);
                    if (note.getStringCellValue().startsWith("=")) {
                        assertThat(note.getCellStyle().getQuotePrefixed()).isTrue();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "zi-60-2012")
    void theSameContentGivesTheSameBytes(String instrumentId) {
        assertThat(LkeWorkbook.write(FilledSheets.filled(instrumentId, 7)))
                .isEqualTo(LkeWorkbook.write(FilledSheets.filled(instrumentId, 7)));
    }

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }
}
