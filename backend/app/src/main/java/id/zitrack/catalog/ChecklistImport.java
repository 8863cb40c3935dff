package id.zitrack.catalog;

import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentInvalid;
import id.zitrack.instrument.InstrumentSource;
import id.zitrack.instrument.QuestionCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes an instrument of the rows of a filled checklist template; tells every row that cannot be understood. */
final class ChecklistImport {
    static final String TITLE = "Judul checklist";

    private static final int MOST_PROBLEMS = 100;
    private static final int LONGEST_TEXT = 2_000;
    private static final Pattern WEIGHT = Pattern.compile("\\d{1,3}([.,]\\d{1,6})?");

    private final List<DraftProblem> problems = new ArrayList<>();
    private final Map<ChecklistColumn, Integer> columns = new EnumMap<>(ChecklistColumn.class);
    private final Map<String, List<Item>> groups = new LinkedHashMap<>();
    private final Set<String> codes = new HashSet<>();
    private String title = "";

    /** One row that was understood; a null weight means that none was typed. */
    private record Item(
            int row,
            String code,
            String question,
            ChecklistAnswer answer,
            @Nullable BigDecimal weight,
            String guidance,
            List<String> evidence) {}

    private ChecklistImport() {}

    /**
     * Reads a workbook.
     *
     * @param start gives what the rows do not say
     * @throws ChecklistUnreadable with every row that is wrong
     */
    static InstrumentSource read(byte[] bytes, InstrumentSource start) {
        var reading = new ChecklistImport();
        var sheet = ChecklistWorkbook.read(bytes).stream()
                .filter(reading::findColumns)
                .findFirst()
                .orElseThrow(() -> new ChecklistUnreadable("judul kolom tidak ditemukan; pakai templat dan jangan ubah"
                        + " baris judulnya (Kelompok, Kode, Pertanyaan, …)"));
        reading.items(sheet);
        reading.requireWeights();
        if (!reading.problems.isEmpty()) {
            throw new ChecklistUnreadable(reading.problems);
        }
        try {
            return reading.source(start);
        } catch (InstrumentInvalid invalid) {
            throw new ChecklistUnreadable(DraftProblem.of(invalid.problems()));
        }
    }

    private boolean findColumns(List<ChecklistRow> sheet) {
        return sheet.stream().anyMatch(this::isHeading);
    }

    private boolean isHeading(ChecklistRow row) {
        var found = new EnumMap<ChecklistColumn, Integer>(ChecklistColumn.class);
        for (int column = 0; column < row.cells().size(); column++) {
            int at = column;
            ChecklistColumn.read(row.cell(column)).ifPresent(it -> found.putIfAbsent(it, at));
        }
        if (!found.containsKey(ChecklistColumn.GROUP) || !found.containsKey(ChecklistColumn.QUESTION)) {
            return false;
        }
        columns.clear();
        columns.putAll(found);
        return true;
    }

    private void items(List<ChecklistRow> sheet) {
        boolean below = false;
        var group = "";
        for (var row : sheet) {
            if (below) {
                var named = cell(row, ChecklistColumn.GROUP);
                group = named.isEmpty() ? group : named;
                item(row, group);
            } else if (row.cell(0).toLowerCase(Locale.ROOT).startsWith(TITLE.toLowerCase(Locale.ROOT))) {
                title = row.cell(1);
            }
            below |= isHeading(row);
        }
        if (groups.isEmpty() && problems.isEmpty()) {
            throw new ChecklistUnreadable("belum ada butir di bawah baris judul; isi paling sedikit satu baris");
        }
    }

    private void item(ChecklistRow row, String group) {
        var question = cell(row, ChecklistColumn.QUESTION);
        if (group.isEmpty()) {
            problem(row, "kolom Kelompok belum diisi");
        }
        if (question.isEmpty()) {
            problem(row, "kolom Pertanyaan belum diisi");
        }
        var code = cell(row, ChecklistColumn.CODE);
        if (!code.isEmpty()) {
            if (!QuestionCode.isWellFormed(code) || code.equals(Instrument.TOTAL)) {
                problem(row, "kode tidak boleh; pakai huruf dan angka dipisah titik, misalnya 1.a");
            } else if (!codes.add(code)) {
                problem(row, "kode " + code + " dipakai dua kali; setiap kode hanya sekali");
            }
        }
        var typed = cell(row, ChecklistColumn.ANSWER);
        var answer = typed.isEmpty()
                ? ChecklistAnswer.YES_NO
                : ChecklistAnswer.read(typed).orElse(null);
        if (answer == null) {
            problem(
                    row,
                    "jenis jawaban tidak dikenal; pilih "
                            + String.join(
                                    ", ",
                                    Arrays.stream(ChecklistAnswer.values())
                                            .map(ChecklistAnswer::label)
                                            .toList()));
            return;
        }
        groups.computeIfAbsent(group, it -> new ArrayList<>())
                .add(new Item(
                        row.number(),
                        code,
                        question,
                        answer,
                        weight(row, answer),
                        cell(row, ChecklistColumn.GUIDANCE),
                        Arrays.stream(cell(row, ChecklistColumn.EVIDENCE).split("[;\\n]"))
                                .map(String::strip)
                                .filter(it -> !it.isEmpty())
                                .toList()));
    }

    private @Nullable BigDecimal weight(ChecklistRow row, ChecklistAnswer answer) {
        var typed = cell(row, ChecklistColumn.WEIGHT);
        if (typed.isEmpty()) {
            return null;
        }
        if (!answer.isScored()) {
            problem(row, answer.label() + " tidak bernilai; kosongkan kolom Bobot");
            return null;
        }
        var weight = WEIGHT.matcher(typed).matches() ? new BigDecimal(typed.replace(',', '.')) : BigDecimal.ZERO;
        if (weight.signum() <= 0) {
            problem(row, "bobot harus angka lebih dari 0 sampai 999, misalnya 2.5");
        }
        return weight;
    }

    private void requireWeights() {
        var scored = groups.values().stream()
                .flatMap(List::stream)
                .filter(it -> it.answer().isScored())
                .toList();
        if (scored.stream().anyMatch(it -> it.weight() != null)) {
            scored.stream()
                    .filter(it -> it.weight() == null)
                    .forEach(it -> problem(
                            it.row(), "bobot belum diisi; isi pada semua butir yang bernilai, atau kosongkan semua"));
        }
        groups.forEach((name, items) -> {
            if (items.stream().noneMatch(it -> it.answer().isScored())) {
                problem(items.get(0).row(), "kelompok ini belum punya butir yang bernilai; tambahkan atau gabungkan");
            }
        });
    }

    private InstrumentSource source(InstrumentSource start) {
        List<Map<String, @Nullable Object>> tree = new ArrayList<>();
        List<Map<String, @Nullable Object>> areas = new ArrayList<>();
        var answers = new LinkedHashMap<String, @Nullable Object>();
        var total = BigDecimal.ZERO;
        int number = 0;
        for (var entry : groups.entrySet()) {
            number++;
            var code = unused("K" + number);
            boolean weighted = entry.getValue().stream().anyMatch(it -> it.weight() != null);
            var weight = weightOf(entry.getValue(), weighted);
            total = total.add(weight);
            var group = new LinkedHashMap<String, @Nullable Object>();
            group.put("code", code);
            group.put("label", entry.getKey());
            group.put("weight", weight.toPlainString());
            group.put("rule", weighted ? "sum" : "mean");
            group.put("questions", questions(code, entry.getValue(), answers));
            tree.add(group);
            areas.add(Map.of("code", "k" + number, "label", entry.getKey(), "nodes", List.of(code)));
        }
        var source = new LinkedHashMap<String, @Nullable Object>(start.values());
        if (!title.isEmpty()) {
            source.put("title", title);
        }
        source.put("tree", tree);
        source.put("areas", areas);
        source.put(
                "examples",
                List.of(Map.of(
                        "id",
                        "semua-terbaik",
                        "title",
                        "Semua butir dijawab dengan yang terbaik",
                        "answers",
                        answers,
                        "expect",
                        Map.of("scores", Map.of(Instrument.TOTAL, total.toPlainString())))));
        return InstrumentSource.of(source);
    }

    private static BigDecimal weightOf(List<Item> items, boolean weighted) {
        var scored = items.stream().filter(it -> it.answer().isScored()).toList();
        var sum = BigDecimal.valueOf(weighted ? 0 : scored.size());
        for (var item : scored) {
            sum = item.weight() == null ? sum : sum.add(item.weight());
        }
        return sum;
    }

    private List<Map<String, @Nullable Object>> questions(
            String group, List<Item> items, Map<String, @Nullable Object> answers) {
        List<Map<String, @Nullable Object>> questions = new ArrayList<>();
        for (var item : items) {
            var code = item.code().isEmpty() ? unused(group + "." + (questions.size() + 1)) : item.code();
            var question = new LinkedHashMap<String, @Nullable Object>();
            question.put("code", code);
            question.put("label", item.question());
            question.put("type", item.answer().type());
            if (item.weight() != null) {
                question.put("weight", item.weight().toPlainString());
            }
            if (!item.guidance().isEmpty()) {
                question.put("guidance", item.guidance());
            }
            if (!item.evidence().isEmpty()) {
                question.put("evidence", item.evidence());
            }
            question.put("confidentiality", "internal");
            questions.add(question);
            if (item.answer().best() != null) {
                answers.put(code, item.answer().best());
            }
        }
        return questions;
    }

    /** A code that no row has typed and that was not given out yet. */
    private String unused(String wanted) {
        var code = wanted;
        for (int number = 1; !codes.add(code); number++) {
            code = wanted + "x" + number;
        }
        return code;
    }

    private String cell(ChecklistRow row, ChecklistColumn column) {
        var at = columns.get(column);
        var text = at == null ? "" : row.cell(at);
        if (text.length() > LONGEST_TEXT) {
            problem(
                    row,
                    "isi kolom " + column.heading() + " terlalu panjang; paling banyak " + LONGEST_TEXT + " huruf");
            return "";
        }
        return text;
    }

    private void problem(ChecklistRow row, String message) {
        problem(row.number(), message);
    }

    private void problem(int row, String message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new DraftProblem("", row, message));
        }
    }
}
