package id.zitrack.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.Group;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentReader;
import id.zitrack.instrument.NumberType;
import id.zitrack.scoring.GateResult;
import id.zitrack.scoring.ScoreSheet;
import id.zitrack.scoring.ScoreView;
import id.zitrack.scoring.Scoring;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
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

    /**
     * The formulas are an implementation of their own, which another program evaluates: a spreadsheet. One workbook is
     * filled anew for each two sheets, one in the columns of the unit and one in those of the assessors.
     */
    @ParameterizedTest
    @CsvSource({"lke-90-2021, 1000", "zi-60-2012, 100", "small, 200", "terms, 200"})
    void formulasAgreeOnManyRandomSheets(String instrumentId, int sheets) throws IOException {
        var instrument = instrument(instrumentId);
        var content = FilledSheets.empty(instrument);
        var plan = SheetPlan.of(instrument);
        var random = new Random(2021);

        try (var book = open(LkeWorkbook.write(content))) {
            var evaluator = book.getCreationHelper().createFormulaEvaluator();
            var sheet = book.getSheet(LkeWorkbook.SHEET);
            for (int i = 0; i < sheets / 2; i++) {
                var unit = fill(sheet, plan, instrument, 10, random);
                var tpi = fill(sheet, plan, instrument, 13, random);
                evaluator.clearAllCachedResultValues();
                agree(evaluator, sheet, plan, instrument, Scoring.score(instrument, unit), 5, 14, 17);
                agree(evaluator, sheet, plan, instrument, Scoring.score(instrument, tpi), 7, 15, 18);
            }
        }
    }

    private static Instrument instrument(String id) {
        var reader = new InstrumentReader();
        return reader.bundled().contains(id) ? reader.readBundled(id) : FilledSheets.testInstrument(id);
    }

    private static Map<String, String> fill(
            XSSFSheet sheet, SheetPlan plan, Instrument instrument, int column, Random random) {
        Map<String, String> answers = new HashMap<>();
        int filled = random.nextInt(11);
        for (var question : instrument.questions()) {
            int row = plan.row(question.code()) - 1;
            boolean isBlank = random.nextInt(10) >= filled;
            var answer = isBlank ? null : FilledSheets.anyAnswer(question, random);
            if (answer != null) {
                answers.put(question.code(), answer);
            }
            if (question.type().counts().isEmpty()) {
                var cell = sheet.getRow(row).getCell(column);
                if (answer == null) {
                    cell.setBlank();
                } else if (question.type() instanceof NumberType) {
                    cell.setCellValue(Double.parseDouble(answer));
                } else {
                    cell.setCellValue(answer);
                }
            } else {
                var counts = answer == null
                        ? Map.<String, Long>of()
                        : question.type().parse(answer).counts();
                for (var name : question.type().counts().keySet()) {
                    var cell = sheet.getRow(++row).getCell(column);
                    if (counts.containsKey(name)) {
                        cell.setCellValue(counts.get(name));
                    } else {
                        cell.setBlank();
                    }
                }
            }
        }
        return answers;
    }

    private static void agree(
            FormulaEvaluator evaluator,
            XSSFSheet sheet,
            SheetPlan plan,
            Instrument instrument,
            ScoreSheet scores,
            int official,
            int strict,
            int best) {
        for (var node : instrument.nodes()) {
            if (node instanceof Group) {
                var row = sheet.getRow(plan.row(node.code()) - 1);
                for (var column : new int[] {official, strict, best}) {
                    var view =
                            column == official ? scores.official() : column == strict ? scores.strict() : scores.best();
                    var value = evaluator.evaluate(row.getCell(column));
                    double shown = value.getCellType() == CellType.NUMERIC ? value.getNumberValue() : 0;
                    assertThat(shown)
                            .as(view.kind() + " " + node.code())
                            .isCloseTo(expected(instrument, view, node.code()), within(1e-9));
                }
            }
        }
    }

    private static double expected(Instrument instrument, ScoreView view, String code) {
        return instrument.node(code).weight() == null
                ? view.percentOf(List.of(code)).rounded(12).doubleValue() / 100
                : view.of(code).rounded(12).doubleValue();
    }

    @Test
    void aDecidedZeroDenominatorIsInTheFormulasAndInTheRemarks() throws IOException {
        var instrument = instrument("small");
        var content = FilledSheets.judged(
                instrument, Map.of("B.2", "due=0;late=0;done=3"), Map.of("B.2", new BigDecimal("0.375")));

        try (var book = open(LkeWorkbook.write(content))) {
            var row = book.getSheet(LkeWorkbook.SHEET)
                    .getRow(SheetPlan.of(instrument).row("B.2") - 1);
            assertThat(row.getCell(5).getNumericCellValue()).isEqualTo(0.5);
            assertThat(row.getCell(7).getNumericCellValue()).isEqualTo(0.375);
            assertThat(row.getCell(16).getStringCellValue())
                    .isEqualTo("Ketua (Dewi Lestari): Pembagi 0 dinilai 0,375 dari 1. Belum ada kewajiban.");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void partsOfACombinedGateStandBelowIt(long seed) throws IOException {
        var content = FilledSheets.filled(instrument("terms"), seed);

        try (var book = open(LkeWorkbook.write(content))) {
            var summary = book.getSheet(LkeWorkbook.SUMMARY);
            for (var award : Award.values()) {
                int row = rowOf(summary, "Syarat " + award) + 1;
                for (var gate : content.unit().gates(award)) {
                    row = agree(summary, row, gate);
                }
            }
        }
    }

    private static int agree(XSSFSheet summary, int at, GateResult gate) {
        var row = summary.getRow(at);
        assertThat(row.getCell(0).getStringCellValue().strip())
                .isEqualTo(gate.label().id());
        var actual = gate.actual();
        if (actual != null) {
            assertThat(row.getCell(3).getNumericCellValue())
                    .as(gate.id())
                    .isCloseTo(actual.rounded(12).doubleValue(), within(1e-9));
        }
        assertThat(row.getCell(7).getStringCellValue().equals("ya"))
                .as(gate.id())
                .isEqualTo(Boolean.TRUE.equals(gate.met()));
        int next = at + 1;
        for (var part : gate.parts()) {
            next = agree(summary, next, part);
        }
        return next;
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
        assertThat(shown).as(view.kind() + " " + code).isCloseTo(expected(instrument, view, code), within(1e-9));
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
