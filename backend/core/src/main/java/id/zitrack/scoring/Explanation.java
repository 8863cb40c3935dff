package id.zitrack.scoring;

import id.zitrack.instrument.Group;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Node;
import id.zitrack.instrument.Question;
import id.zitrack.instrument.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the points of one node came about: inputs, rule, weight and contributions.
 *
 * <p>Can be made again at any time from the stored answers and the instrument with this hash.
 *
 * @param instrument id and version of the instrument
 * @param hash SHA-256 of its content
 * @param view how blank answers counted
 * @param code code of the node, or {@link Instrument#TOTAL}
 * @param label its name; null for the total
 * @param weight its weight; null where it has none of its own
 * @param rule how the points follow from the inputs, in words
 * @param formula the same with the numbers of this sheet, decimals with a point
 * @param points the points
 * @param answer the answer, for questions; null where blank
 * @param counts the counts behind a ratio; empty otherwise
 * @param parts the children with what they contribute; empty for questions
 */
public record Explanation(
        String instrument,
        String hash,
        ScoreView.Kind view,
        String code,
        @Nullable Text label,
        @Nullable BigDecimal weight,
        Text rule,
        Text formula,
        Score points,
        @Nullable String answer,
        Map<String, Long> counts,
        List<Part> parts) {

    private static final int DIGITS = 6;
    private static final Text NOTHING = new Text("belum ada isi = 0", "nothing filled in = 0");
    private static final Text UNSCORED = new Text("tanpa nilai", "brings no points");

    /**
     * One child and what it contributes.
     *
     * @param code code of the child
     * @param label its name
     * @param weight its weight; null inside a mean or minimum
     * @param points its contribution; in a minimum what the whole would have if this child decided
     * @param counted false where it was left out, being blank or without points
     */
    public record Part(String code, Text label, @Nullable BigDecimal weight, Score points, boolean counted) {}

    /** Explains one node of a sheet, or its total. */
    public static Explanation of(ScoreSheet sheet, ScoreView.Kind kind, String code) {
        var view = sheet.view(kind);
        var instrument = sheet.answers().instrument();
        if (code.equals(Instrument.TOTAL)) {
            var parts = parts(view, List.copyOf(instrument.roots()));
            return explanation(sheet, view, code, null, sumRule(), sum(parts, view.total()), parts);
        }
        var node = instrument.node(code);
        if (node instanceof Group group) {
            var parts = parts(view, group.children());
            return switch (group.rule()) {
                case SUM -> explanation(sheet, view, code, node, sumRule(), sum(parts, view.of(code)), parts);
                case MEAN -> explanation(sheet, view, code, node, meanRule(kind), mean(view, group, parts), parts);
                case MINIMUM ->
                    explanation(sheet, view, code, node, minimumRule(kind), minimum(view, group, parts), parts);
            };
        }
        return question(sheet, view, (Question) node);
    }

    private static Explanation explanation(
            ScoreSheet sheet,
            ScoreView view,
            String code,
            @Nullable Node node,
            Text rule,
            Text formula,
            List<Part> parts) {
        var instrument = sheet.answers().instrument();
        return new Explanation(
                instrument.key().toString(),
                instrument.hash(),
                view.kind(),
                code,
                node == null ? null : node.label(),
                node == null ? null : node.weight(),
                rule,
                formula,
                view.of(code),
                null,
                Map.of(),
                parts);
    }

    private static Explanation question(ScoreSheet sheet, ScoreView view, Question question) {
        var instrument = sheet.answers().instrument();
        var answer = sheet.answers().find(question.code());
        var value = sheet.value(question.code());
        var decided = sheet.answers().zeroWorth(question.code()).isPresent();
        var formula = value.map(it -> new Text(
                        "nilai jawaban " + plain(it) + (decided ? ", ditetapkan penilai karena pembaginya 0" : ""),
                        "value of the answer " + plain(it)
                                + (decided ? ", decided by an assessor because it is divided by 0" : "")))
                .orElseGet(() -> question.type().scored() ? blank(view.kind()) : UNSCORED);
        return new Explanation(
                instrument.key().toString(),
                instrument.hash(),
                view.kind(),
                question.code(),
                question.label(),
                question.weight(),
                question.type().rule(),
                formula,
                view.of(question.code()),
                answer.map(it -> it.text()).orElse(null),
                answer.map(it -> it.counts()).orElse(Map.of()),
                List.of());
    }

    private static Text blank(ScoreView.Kind kind) {
        return switch (kind) {
            case OFFICIAL -> new Text("kosong, tidak dihitung", "blank, left out");
            case STRICT -> new Text("kosong, dihitung 0", "blank, counts 0");
            case BEST -> new Text("kosong, dihitung sebagai jawaban terbaik", "blank, counts as the best answer");
        };
    }

    private static List<Part> parts(ScoreView view, List<? extends Node> children) {
        List<Part> parts = new ArrayList<>();
        for (var child : children) {
            parts.add(new Part(
                    child.code(), child.label(), child.weight(), view.of(child.code()), view.isCounted(child.code())));
        }
        return parts;
    }

    private static Text sumRule() {
        return new Text("jumlah nilai isinya", "sum of the points below");
    }

    private static Text meanRule(ScoreView.Kind kind) {
        var blanks = blanks(kind);
        return new Text(
                "rata-rata isinya × bobot; yang kosong " + blanks.id(),
                "mean of what is below × weight; blanks " + blanks.in("en"));
    }

    private static Text minimumRule(ScoreView.Kind kind) {
        var blanks = blanks(kind);
        return new Text(
                "nilai terendah di antara isinya × bobot; yang kosong " + blanks.id(),
                "least of what is below × weight; blanks " + blanks.in("en"));
    }

    private static Text blanks(ScoreView.Kind kind) {
        return switch (kind) {
            case OFFICIAL -> new Text("tidak dihitung", "left out");
            case STRICT -> new Text("dihitung 0", "count 0");
            case BEST -> new Text("dihitung sebagai jawaban terbaik", "count as the best answer");
        };
    }

    private static Text sum(List<Part> parts, Score points) {
        var terms = parts.stream().map(it -> plain(it.points())).collect(Collectors.joining(" + "));
        return same(terms + " = " + plain(points));
    }

    private static Text mean(ScoreView view, Group group, List<Part> parts) {
        var counted = parts.stream().filter(Part::counted).toList();
        if (counted.isEmpty()) {
            return NOTHING;
        }
        var full = view.full(group.code());
        var values = values(counted, full.dividedBy(Score.of(counted.size(), 1)), " + ");
        return same(
                "(" + values + ") ÷ " + counted.size() + " × " + plain(full) + " = " + plain(view.of(group.code())));
    }

    private static Text same(String words) {
        return new Text(words, words);
    }

    private static Text minimum(ScoreView view, Group group, List<Part> parts) {
        var counted = parts.stream().filter(Part::counted).toList();
        if (counted.isEmpty()) {
            return NOTHING;
        }
        var full = view.full(group.code());
        var rest = " (" + values(counted, full, "; ") + ") × " + plain(full) + " = " + plain(view.of(group.code()));
        return new Text("terendah dari" + rest, "least of" + rest);
    }

    private static String values(List<Part> parts, Score whole, String between) {
        return parts.stream()
                .map(it -> whole.signum() == 0 ? Score.ZERO : it.points().dividedBy(whole))
                .map(Explanation::plain)
                .collect(Collectors.joining(between));
    }

    private static String plain(Score score) {
        var rounded = score.rounded(DIGITS).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }
}
