package id.zitrack.dossier;

import static java.util.stream.Collectors.joining;

import id.zitrack.instrument.AnswerType.SheetCells;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.ChoiceType;
import id.zitrack.instrument.Condition;
import id.zitrack.instrument.Gate;
import id.zitrack.instrument.Group;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Node;
import id.zitrack.instrument.NumberType;
import id.zitrack.instrument.Question;
import id.zitrack.instrument.RatioType;
import id.zitrack.instrument.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes the sheet as a workbook that keeps calculating: answers are cells, every point is a formula.
 *
 * <p>Columns K (unit's answer), L (its note), M (its evidence), N (TPI's answer) and Q (TPI's note) are those of the
 * official sheet "Jawaban"; the others are ours. A blank answer shows "Blm Diisi", which means leave out, as there.
 */
final class LkeWorkbook {
    static final String SHEET = "Jawaban";
    static final String SUMMARY = "Ringkasan";
    private static final int[] WIDTHS = {12, 40, 9, 34, 7, 9, 8, 9, 8, 8, 9, 32, 34, 9, 9, 9, 32, 9, 9};
    private static final String BLANK = "\"Blm Diisi\"";

    /** The columns that carry points, each for one voice and one way to count blanks. */
    enum Points {
        UNIT("F", "K"),
        TPI("H", "N"),
        UNIT_STRICT("O", "K"),
        TPI_STRICT("P", "N"),
        UNIT_BEST("R", "K"),
        TPI_BEST("S", "N");

        final String column;
        final String answers;

        Points(String column, String answers) {
            this.column = column;
            this.answers = answers;
        }

        boolean official() {
            return this == UNIT || this == TPI;
        }

        Points officialOne() {
            return answers.equals("K") ? UNIT : TPI;
        }
    }

    private final DossierContent content;
    private final Instrument instrument;
    private final SheetPlan plan;
    private final XSSFWorkbook book = new XSSFWorkbook();
    private final WorkbookStyles styles = new WorkbookStyles(book);
    private final XSSFSheet sheet = book.createSheet(SHEET);

    private LkeWorkbook(DossierContent content) {
        this.content = content;
        this.instrument = content.instrument();
        this.plan = SheetPlan.of(instrument);
    }

    static byte[] write(DossierContent content) {
        var workbook = new LkeWorkbook(content);
        try (workbook.book) {
            workbook.fillSheet();
            workbook.fillSummary();
            workbook.book.setSheetOrder(SUMMARY, 0);
            workbook.book.setActiveSheet(0);
            workbook.book.setSelectedTab(0);
            workbook.book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.book.setForceFormulaRecalculation(true);
            var properties = workbook.book.getProperties().getCoreProperties();
            properties.setCreator("ZITrack");
            properties.setTitle("LKE " + content.unitName() + " – " + content.periodName());
            properties.setCreated(Optional.of(Date.from(content.asOf())));
            properties.setModified(Optional.of(Date.from(content.asOf())));
            var bytes = new ByteArrayOutputStream();
            workbook.book.write(bytes);
            return SteadyZip.rewrite(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fillSheet() {
        header(
                sheet.createRow(0),
                List.of(
                        "Kode",
                        "Pertanyaan",
                        "Jenis",
                        "Arti pilihan",
                        "Bobot",
                        "Nilai unit (resmi)",
                        "Unit %",
                        "Nilai TPI (resmi)",
                        "TPI %",
                        "Selisih",
                        "Jawaban unit",
                        "Catatan unit",
                        "Bukti dukung unit",
                        "Jawaban TPI",
                        "Unit (ketat)",
                        "TPI (ketat)",
                        "Catatan TPI",
                        "Unit (terbaik)",
                        "TPI (terbaik)"));
        for (var root : instrument.roots()) {
            fill(root, null, 0);
        }
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
        for (var row : sheet) {
            if (row.getRowNum() > 0) {
                row.setHeightInPoints(height((XSSFRow) row));
            }
        }
        sheet.createFreezePane(2, 1);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        book.setPrintArea(book.getSheetIndex(sheet), 0, 16, 0, plan.last() - 1);
        print(sheet, true);
        validate();
        protect(sheet);
    }

    /** Spreadsheets do not fit rows to wrapped texts when they open a file, so the height is worked out here. */
    private static float height(XSSFRow row) {
        int lines = 1;
        for (var cell : row) {
            if (cell.getCellType() == CellType.STRING) {
                int width = WIDTHS[cell.getColumnIndex()] + (cell.getColumnIndex() == 3 ? 8 : 0);
                int needed = 0;
                for (var line : cell.getStringCellValue().split("\n", -1)) {
                    needed += 1 + line.length() / width;
                }
                lines = Math.max(lines, needed);
            }
        }
        return Math.min(400, lines * 13.5f + 3);
    }

    private void fill(Node node, @Nullable Group parent, int depth) {
        var row = row(plan.row(node.code()));
        int at = row.getRowNum() + 1;
        if (node instanceof Group group) {
            var style = depth == 0 ? styles.root : isLeaf(group) ? styles.subarea : styles.group;
            var number = depth == 0 ? styles.rootNumber : isLeaf(group) ? styles.subareaNumber : styles.groupNumber;
            for (int column = 0; column <= 18; column++) {
                row.createCell(column)
                        .setCellStyle(column >= 4 && column <= 9 || column >= 14 && column != 16 ? number : style);
            }
            row.getCell(0).setCellValue(group.code());
            row.getCell(1).setCellValue(Cells.text(group.label().id()));
            weight(row, group);
            for (var points : Points.values()) {
                cell(row, points.column).setCellFormula(groupFormula(group, parent, points));
            }
            percents(row, at, group.weight() != null && group.weight().signum() > 0 ? "E" + at : "1", number);
            for (var child : group.children()) {
                fill(child, group, depth + 1);
            }
        } else if (node instanceof Question question) {
            fill(question, row, at);
        }
    }

    private void fill(Question question, XSSFRow row, int at) {
        row.createCell(0).setCellStyle(styles.code);
        row.getCell(0).setCellValue(question.code());
        text(row, "B", question.label().id(), styles.text);
        text(row, "C", kind(question), styles.center);
        text(
                row,
                "D",
                question.choiceLabels().entrySet().stream()
                        .map(it -> it.getKey() + ": " + it.getValue().id())
                        .collect(joining("\n")),
                styles.small);
        weight(row, question);
        for (var points : Points.values()) {
            var cell = cell(row, points.column);
            cell.setCellStyle(styles.number);
            if (question.type().scored()) {
                cell.setCellFormula(questionFormula(question, at, points));
            }
        }
        percents(row, at, "1", styles.number);
        var reply = content.replies().get(question.code());
        answer(question, row, "K", reply == null ? null : reply.value());
        text(row, "L", reply == null || reply.note() == null ? "" : reply.note(), styles.input);
        text(row, "M", content.proofLines(question.code()), styles.input);
        answer(question, row, "N", content.effective().get(question.code()));
        text(row, "Q", content.remarksOf(question.code()), styles.input);
    }

    /** An answer as the cell or cells that the formulas read; the ratio itself is worked out from its counts. */
    private void answer(Question question, XSSFRow row, String column, @Nullable String answer) {
        var cell = cell(row, column);
        cell.setCellStyle(styles.answer);
        var labels = question.type().counts();
        if (!labels.isEmpty()) {
            cell.setCellStyle(styles.number);
            var points = column.equals("K") ? Points.UNIT : Points.TPI;
            int at = row.getRowNum() + 1;
            cell.setCellFormula("IF(ISNUMBER(" + points.column + at + ")," + points.column + at + ",\"\")");
            var counts = answer == null
                    ? Map.<String, Long>of()
                    : question.type().parse(answer).counts();
            int below = at;
            for (var count : labels.entrySet()) {
                below++;
                var line = row(below);
                text(line, "B", "   " + count.getValue().id(), styles.small);
                text(line, "C", "Jumlah", styles.center);
                var number = cell(line, column);
                number.setCellStyle(styles.answer);
                var given = counts.get(count.getKey());
                if (given != null) {
                    number.setCellValue(given);
                }
            }
        } else if (answer != null && question.type() instanceof NumberType) {
            cell.setCellValue(new BigDecimal(answer).doubleValue());
        } else if (answer != null) {
            cell.setCellValue(Cells.text(answer));
        }
    }

    private String questionFormula(Question question, int at, Points points) {
        if (!points.official()) {
            var official = points.officialOne().column + at;
            var blank = points == Points.UNIT_BEST || points == Points.TPI_BEST
                    ? question.type().best().toPlainString()
                    : "0";
            return "IF(ISNUMBER(" + official + ")," + official + "," + blank + ")";
        }
        var counts = new LinkedHashMap<String, String>();
        for (var name : question.type().counts().keySet()) {
            counts.put(name, points.answers + (at + 1 + counts.size()));
        }
        return question.type()
                .formula(new SheetCells(
                        points.answers + at, counts, BLANK, points == Points.TPI ? zeroWorth(question) : null));
    }

    /** What the assessors decided that a zero denominator is worth on this sheet; null where the instrument says it. */
    private @Nullable BigDecimal zeroWorth(Question question) {
        var tpi = content.tpi();
        return tpi == null ? null : tpi.answers().zeroWorth(question.code()).orElse(null);
    }

    private String groupFormula(Group group, @Nullable Group parent, Points points) {
        var scored = group.children().stream().filter(LkeWorkbook::isScored).toList();
        if (scored.isEmpty()) {
            return "0";
        }
        var cells =
                scored.stream().map(it -> points.column + plan.row(it.code())).collect(joining(","));
        boolean mayBeBlank =
                points.official() && parent != null && !parent.rule().weighsChildren();
        if (!group.rule().weighsChildren()) {
            var value = (group.rule() == Rule.MEAN ? "AVERAGE(" : "MIN(") + cells + ")"
                    + (group.weight() == null ? "" : "*E" + plan.row(group.code()));
            return points.official()
                    ? "IF(COUNT(" + cells + ")=0," + (mayBeBlank ? BLANK : "0") + "," + value + ")"
                    : value;
        }
        var terms = scored.stream()
                .map(it -> {
                    int at = plan.row(it.code());
                    var cell = points.column + at;
                    return it instanceof Question ? "IF(ISNUMBER(" + cell + ")," + cell + "*E" + at + ",0)" : cell;
                })
                .collect(joining(","));
        return mayBeBlank ? "IF(COUNT(" + cells + ")=0," + BLANK + ",SUM(" + terms + "))" : "SUM(" + terms + ")";
    }

    private void percents(XSSFRow row, int at, String whole, CellStyle like) {
        var pair = new LinkedHashMap<String, Points>();
        pair.put("G", Points.UNIT);
        pair.put("I", Points.TPI);
        pair.forEach((column, points) -> {
            var cell = cell(row, column);
            cell.setCellStyle(like);
            var value = points.column + at;
            cell.setCellFormula("IF(ISNUMBER(" + value + "),100*" + value + "/" + whole + ",\"\")");
        });
        var gap = cell(row, "J");
        gap.setCellStyle(like);
        gap.setCellFormula("IF(AND(ISNUMBER(F" + at + "),ISNUMBER(H" + at + ")),H" + at + "-F" + at + ",\"\")");
    }

    private void weight(XSSFRow row, Node node) {
        var cell = cell(row, "E");
        if (node instanceof Question) {
            cell.setCellStyle(styles.number);
        }
        var weight = node.weight();
        if (weight != null) {
            cell.setCellValue(weight.doubleValue());
        }
    }

    private void validate() {
        var helper = sheet.getDataValidationHelper();
        for (var question : instrument.questions()) {
            int at = plan.row(question.code()) - 1;
            for (int column : new int[] {10, 13}) {
                rule(helper, question, at, column);
            }
        }
    }

    private void rule(DataValidationHelper helper, Question question, int row, int column) {
        if (question.type() instanceof ChoiceType choice) {
            var values = choice.choices().stream().map(ChoiceType.Choice::value).toArray(String[]::new);
            add(
                    helper.createValidation(
                            helper.createExplicitListConstraint(values),
                            new CellRangeAddressList(row, row, column, column)),
                    "Pilih salah satu: " + String.join(", ", values));
        } else if (question.type() instanceof NumberType number) {
            var least = number.min().toPlainString();
            var most = number.max().toPlainString();
            add(
                    helper.createValidation(
                            helper.createDecimalConstraint(OperatorType.BETWEEN, least, most),
                            new CellRangeAddressList(row, row, column, column)),
                    "Isi angka dari " + least + " sampai " + most);
        } else if (question.type() instanceof RatioType ratio) {
            add(
                    helper.createValidation(
                            helper.createIntegerConstraint(OperatorType.BETWEEN, "0", "999999999"),
                            new CellRangeAddressList(
                                    row + 1, row + ratio.counts().size(), column, column)),
                    "Isi bilangan bulat, paling kecil 0");
        }
    }

    private void add(DataValidation validation, String message) {
        validation.setShowErrorBox(true);
        validation.setSuppressDropDownArrow(true);
        validation.createErrorBox("Isian tidak sesuai", message);
        sheet.addValidationData(validation);
    }

    private void fillSummary() {
        var summary = book.createSheet(SUMMARY);
        int[] widths = {44, 10, 13, 13, 13, 13, 13, 13};
        for (int i = 0; i < widths.length; i++) {
            summary.setColumnWidth(i, widths[i] * 256);
        }
        var lines = new ArrayList<String>();
        lines.add(content.institution());
        lines.add(content.unitName());
        lines.add(content.periodName());
        lines.add(instrument.title().id() + " · versi " + instrument.key().version());
        lines.add("Tahap: " + DossierContent.words(content.stage()) + " · keadaan per " + Numbers.time(content.asOf()));
        var title = summary.createRow(0).createCell(0);
        title.setCellValue("Ringkasan LKE Zona Integritas");
        title.setCellStyle(styles.title);
        title.getRow().setHeightInPoints(26);
        int at = 1;
        for (var line : lines) {
            text(summary.createRow(at++), "A", line, styles.plain);
        }
        at++;
        header(
                summary.createRow(at++),
                List.of(
                        "Nilai",
                        "Bobot",
                        "Unit resmi",
                        "Unit ketat",
                        "Unit terbaik",
                        "TPI resmi",
                        "TPI ketat",
                        "TPI terbaik"));
        at = points(
                summary,
                at,
                "Total",
                instrument.roots().stream().map(Node::code).toList(),
                styles.rootNumber,
                styles.root);
        for (var root : instrument.roots()) {
            at = parts(summary, at, root, 0);
        }
        at++;
        header(
                summary.createRow(at++),
                List.of(
                        "Area (persen dari bobot)",
                        "Bobot",
                        "Unit resmi",
                        "Unit ketat",
                        "Unit terbaik",
                        "TPI resmi",
                        "TPI ketat",
                        "TPI terbaik"));
        for (var area : instrument.areas()) {
            at = percent(summary, at, area.label().id(), area.nodes());
        }
        for (var award : Award.values()) {
            at = gates(summary, at + 1, award);
        }
        text(
                summary.createRow(at + 1),
                "A",
                "Syarat dinilai dari nilai ketat (jawaban kosong dihitung 0). Semua angka di lembar ini adalah rumus"
                        + " dari lembar \"" + SHEET + "\".",
                styles.plain);
        print(summary, false);
        protect(summary);
    }

    private int parts(XSSFSheet summary, int at, Group group, int depth) {
        if (isLeaf(group) && depth > 1) {
            return at;
        }
        if (group.weight() == null) {
            return percent(
                    summary,
                    at,
                    "   ".repeat(depth + 1) + group.code() + "  "
                            + group.label().id() + " (%)",
                    List.of(group.code()));
        }
        int next = points(
                summary,
                at,
                "   ".repeat(depth + 1) + group.code() + "  " + group.label().id(),
                List.of(group.code()),
                depth == 0 ? styles.groupNumber : styles.number,
                depth == 0 ? styles.group : styles.text);
        for (var child : group.children()) {
            if (child instanceof Group inner && depth < 2) {
                next = parts(summary, next, inner, depth + 1);
            }
        }
        return next;
    }

    private int points(XSSFSheet summary, int at, String label, List<String> nodes, CellStyle number, CellStyle style) {
        var row = summary.createRow(at);
        text(row, "A", label, style);
        formula(row, "B", "SUM(" + cells("E", nodes) + ")", number);
        int column = 2;
        for (var points : List.of(
                Points.UNIT, Points.UNIT_STRICT, Points.UNIT_BEST, Points.TPI, Points.TPI_STRICT, Points.TPI_BEST)) {
            formula(row, letter(column++), "SUM(" + cells(points.column, nodes) + ")", number);
        }
        return at + 1;
    }

    private int percent(XSSFSheet summary, int at, String label, List<String> nodes) {
        var row = summary.createRow(at);
        text(row, "A", label, styles.text);
        formula(row, "B", "SUM(" + cells("E", nodes) + ")", styles.number);
        int column = 2;
        for (var points : List.of(
                Points.UNIT, Points.UNIT_STRICT, Points.UNIT_BEST, Points.TPI, Points.TPI_STRICT, Points.TPI_BEST)) {
            formula(row, letter(column++), percentOf(points, nodes), styles.number);
        }
        return at + 1;
    }

    private int gates(XSSFSheet summary, int from, Award award) {
        var gates = instrument.gates(award);
        if (gates.isEmpty()) {
            return from;
        }
        int at = from;
        header(
                summary.createRow(at++),
                List.of(
                        "Syarat " + award,
                        "Arah",
                        "Batas",
                        "Unit",
                        "Unit kurang",
                        "TPI",
                        "TPI kurang",
                        "Terpenuhi (unit)"));
        for (var gate : gates) {
            at = gate(summary, at, gate, 0);
        }
        return at;
    }

    /** One gate in a row, and its parts in the rows below. */
    private int gate(XSSFSheet summary, int at, Gate gate, int depth) {
        var row = summary.createRow(at);
        int line = at + 1;
        int next = line;
        List<Integer> parts = new ArrayList<>();
        for (var part : gate.parts()) {
            parts.add(next + 1);
            next = gate(summary, next, part, depth + 1);
        }
        text(row, "A", "   ".repeat(depth) + gate.label().id(), styles.text);
        text(row, "B", direction(gate), styles.center);
        var required = cell(row, "C");
        required.setCellStyle(styles.number);
        var threshold = gate.required();
        if (threshold != null) {
            required.setCellValue(threshold.doubleValue());
        }
        formula(row, "D", actual(gate, Points.UNIT_STRICT, "E", parts), styles.number);
        formula(row, "E", missing(gate, "D" + line, line), styles.number);
        formula(row, "F", actual(gate, Points.TPI_STRICT, "G", parts), styles.number);
        formula(row, "G", missing(gate, "F" + line, line), styles.number);
        formula(
                row,
                "H",
                "IF(C" + line + "=\"\",\"batas belum diisi\",IF(ISNUMBER(E" + line + "),IF(E" + line
                        + "=0,\"ya\",\"belum\"),\"belum dijawab\"))",
                styles.center);
        return next;
    }

    private static String direction(Gate gate) {
        if (gate.condition() instanceof Condition.Combined combined) {
            return combined.all() ? "semua" : "salah satu";
        }
        return gate.atLeast() ? "minimal" : "maksimal";
    }

    /** What a gate measures; for a combined one, how many of its parts miss nothing. */
    private String actual(Gate gate, Points points, String missing, List<Integer> parts) {
        if (!(gate.condition() instanceof Condition.Limit limit)) {
            return parts.stream()
                    .map(it -> "IF(ISNUMBER(" + missing + it + "),IF(" + missing + it + "=0,1,0),0)")
                    .collect(joining("+"));
        }
        return switch (limit.measure()) {
            case POINTS -> "SUM(" + terms(points, gateNodes(gate)) + ")";
            case PERCENT -> percentOf(points, gateNodes(gate));
            case VALUE -> {
                var cell = cells(points.answers, gateNodes(gate));
                yield "IF(ISNUMBER(" + cell + ")," + cell + ",\"\")";
            }
        };
    }

    private List<String> gateNodes(Gate gate) {
        return gate.nodes().contains(Instrument.TOTAL)
                ? instrument.roots().stream().map(Node::code).toList()
                : gate.nodes();
    }

    private static String missing(Gate gate, String actual, int line) {
        var difference = gate.atLeast() ? "C" + line + "-" + actual : actual + "-C" + line;
        return "IF(OR(C" + line + "=\"\",NOT(ISNUMBER(" + actual + "))),\"\",MAX(0,ROUND(" + difference + ",9)))";
    }

    private String percentOf(Points points, List<String> nodes) {
        var weighted = nodes.stream()
                .filter(it -> {
                    var weight = instrument.node(it).weight();
                    return weight != null && weight.signum() > 0;
                })
                .toList();
        if (weighted.size() == nodes.size()) {
            return "100*SUM(" + terms(points, nodes) + ")/SUM(" + cells("E", nodes) + ")";
        }
        // Groups inside a mean or minimum count alike, as weight 1.
        var scored = nodes.stream().filter(it -> isScored(instrument.node(it))).toList();
        return scored.isEmpty() ? "0" : "100*SUM(" + cells(points.column, scored) + ")/" + scored.size();
    }

    /** Points of nodes; a question's cell holds its value, which its weight turns into points. */
    private String terms(Points points, List<String> nodes) {
        return nodes.stream()
                .map(it -> {
                    var cell = SHEET + "!" + points.column + plan.row(it);
                    return instrument.node(it) instanceof Question question && question.weight() != null
                            ? "IF(ISNUMBER(" + cell + ")," + cell + "*" + SHEET + "!E" + plan.row(it) + ",0)"
                            : cell;
                })
                .collect(joining(","));
    }

    private String cells(String column, List<String> nodes) {
        return nodes.stream().map(it -> SHEET + "!" + column + plan.row(it)).collect(joining(","));
    }

    private static boolean isScored(Node node) {
        return node instanceof Question question
                ? question.type().scored()
                : node instanceof Group group && group.children().stream().anyMatch(LkeWorkbook::isScored);
    }

    private static boolean isLeaf(Group group) {
        return group.children().stream().allMatch(Question.class::isInstance);
    }

    private static String kind(Question question) {
        if (question.type() instanceof ChoiceType choice) {
            var values = choice.choices().stream().map(ChoiceType.Choice::value).toList();
            return values.size() > 3 ? values.get(0) + "–" + values.get(values.size() - 1) : String.join("/", values);
        }
        if (question.type() instanceof NumberType number) {
            return number.unit();
        }
        return question.type() instanceof RatioType ? "%" : question.type().kind();
    }

    private void header(XSSFRow row, List<String> titles) {
        row.setHeightInPoints(30);
        for (int i = 0; i < titles.size(); i++) {
            var cell = row.createCell(i);
            cell.setCellValue(titles.get(i));
            cell.setCellStyle(styles.header);
        }
    }

    private void text(XSSFRow row, String column, String text, CellStyle style) {
        var cell = cell(row, column);
        var safe = Cells.text(text);
        cell.setCellStyle(Cells.looksLikeFormula(safe) ? styles.quoted(style) : style);
        if (!safe.isEmpty()) {
            cell.setCellValue(safe);
        }
    }

    private static void formula(XSSFRow row, String column, String formula, CellStyle style) {
        var cell = cell(row, column);
        cell.setCellStyle(style);
        cell.setCellFormula(formula);
    }

    private XSSFRow row(int number) {
        var row = sheet.getRow(number - 1);
        return row == null ? sheet.createRow(number - 1) : row;
    }

    private static XSSFCell cell(XSSFRow row, String column) {
        int index = column.charAt(0) - 'A';
        var cell = row.getCell(index);
        return cell == null ? row.createCell(index) : cell;
    }

    private static String letter(int column) {
        return String.valueOf((char) ('A' + column));
    }

    private static void print(XSSFSheet sheet, boolean landscape) {
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        var setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(landscape);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.LEFT, 0.4);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.RIGHT, 0.4);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("Halaman &P dari &N");
    }

    /** Locks the formulas against slips; there is no password, because this hides nothing. */
    private static void protect(XSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockAutoFilter(false);
    }
}
