package id.zitrack.instrument;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A ratio worked out from named counts, answered as {@code agents=8;changes=6}.
 *
 * <p>All counts must be given, also those the formula does not use: the official sheet asks for them too (PermenPANRB
 * 90/2021, Lampiran III).
 */
public final class RatioType implements AnswerType {

    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    /** How the ratio is formed. What a zero denominator is worth is written in the instrument, not here. */
    public sealed interface Formula permits Share, Reduction {}

    /**
     * A part of a whole: {@code of ÷ (per + per …)}, never above the cap.
     *
     * @param of name of the count that is divided
     * @param per names of the counts that add up to the denominator
     * @param cap highest value, at most 1
     * @param whenZero value while the denominator is 0
     */
    public record Share(String of, List<String> per, BigDecimal cap, BigDecimal whenZero) implements Formula {}

    /**
     * A fall from one year to the next: {@code (from − to) ÷ from}, never below 0.
     *
     * @param from name of the count of the earlier year
     * @param to name of the count of the later year
     * @param bothZero value when there was nothing in either year
     * @param whenZero value when there was nothing before and something now
     */
    public record Reduction(String from, String to, BigDecimal bothZero, BigDecimal whenZero) implements Formula {}

    /**
     * A condition whose violation is worth a warning, never a refusal.
     *
     * @param left name of a count
     * @param equal true if the right side must equal it, false if the left may not exceed the right
     * @param right names of the counts that are added
     * @param message what to look at
     */
    public record Check(String left, boolean equal, List<String> right, Text message) {}

    private final Formula formula;
    private final Map<String, Text> counts;
    private final List<Check> checks;
    private final @Nullable Text note;

    RatioType(Formula formula, Map<String, Text> counts, List<Check> checks, @Nullable Text note) {
        this.note = note;
        this.formula = formula;
        this.counts = counts;
        this.checks = List.copyOf(checks);
    }

    /** The formula with its conventions. */
    public Formula formula() {
        return formula;
    }

    @Override
    public Map<String, Text> counts() {
        return counts;
    }

    /** Conditions whose violation is worth a warning. */
    public List<Check> checks() {
        return checks;
    }

    /** Why a zero denominator is worth what it is. */
    public @Nullable Text note() {
        return note;
    }

    @Override
    public String kind() {
        return "ratio";
    }

    @Override
    public boolean scored() {
        return true;
    }

    @Override
    public AnswerValue parse(String answer) {
        var given = new LinkedHashMap<String, Long>();
        for (var part : answer.split(";", -1)) {
            int equals = part.indexOf('=');
            var name = equals < 0 ? part.strip() : part.substring(0, equals).strip();
            if (equals < 0 || !counts.containsKey(name)) {
                throw new InvalidAnswer("isian " + AnswerType.quote(part) + " tidak dikenal; tulis " + form());
            }
            var number = part.substring(equals + 1).strip();
            if (!COUNT.matcher(number).matches()) {
                throw new InvalidAnswer("jumlah " + name + " harus bilangan bulat 0 sampai 999999999, bukan "
                        + AnswerType.quote(number));
            }
            if (given.put(name, Long.valueOf(number)) != null) {
                throw new InvalidAnswer("jumlah " + name + " ditulis dua kali");
            }
        }
        var ordered = new LinkedHashMap<String, Long>();
        for (var name : counts.keySet()) {
            var number = given.get(name);
            if (number == null) {
                throw new InvalidAnswer("jumlah " + name + " belum diisi; tulis " + form());
            }
            ordered.put(name, number);
        }
        var text = ordered.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining(";"));
        return worth(text, ordered);
    }

    private AnswerValue worth(String text, Map<String, Long> given) {
        if (formula instanceof Share share) {
            long part = count(given, share.of());
            long whole = share.per().stream().mapToLong(it -> count(given, it)).sum();
            var cap = AnswerValue.worth(text, share.cap());
            if (whole == 0) {
                return AnswerValue.worth(text, share.whenZero()).with(given);
            }
            boolean capped = part * cap.denominator() >= whole * cap.numerator();
            return capped ? cap.with(given) : new AnswerValue(text, part, whole, null, given);
        }
        var reduction = (Reduction) formula;
        long before = count(given, reduction.from());
        long now = count(given, reduction.to());
        if (before == 0) {
            return AnswerValue.worth(text, now == 0 ? reduction.bothZero() : reduction.whenZero())
                    .with(given);
        }
        return new AnswerValue(text, Math.max(0, before - now), before, null, given);
    }

    private static long count(Map<String, Long> given, String name) {
        @Nullable Long count = given.get(name);
        if (count == null) {
            throw new IllegalStateException("No count " + name);
        }
        return count;
    }

    private String form() {
        return counts.keySet().stream().map(it -> it + "=angka").collect(Collectors.joining(";"));
    }

    @Override
    public List<Text> warnings(AnswerValue answer) {
        return checks.stream()
                .filter(check -> {
                    long left = count(answer.counts(), check.left());
                    long right = check.right().stream()
                            .mapToLong(it -> count(answer.counts(), it))
                            .sum();
                    return check.equal() ? left != right : left > right;
                })
                .map(Check::message)
                .toList();
    }

    @Override
    public Text rule() {
        return new Text(
                words(
                        it -> it.in("id"),
                        "paling tinggi ",
                        "paling rendah 0",
                        "; bila pembaginya 0: ",
                        "; bila keduanya 0: "),
                words(it -> it.in("en"), "at most ", "at least 0", "; when divided by 0: ", "; when both are 0: "));
    }

    private String words(
            Function<Text, String> language, String atMost, String atLeastZero, String whenZero, String bothZero) {
        UnaryOperator<String> label = name -> {
            @Nullable Text text = counts.get(name);
            return text == null ? name : language.apply(text);
        };
        if (formula instanceof Share share) {
            var per = share.per().stream().map(label).collect(Collectors.joining(" + "));
            return label.apply(share.of()) + " ÷ " + (share.per().size() > 1 ? "(" + per + ")" : per) + ", " + atMost
                    + share.cap().toPlainString() + whenZero + share.whenZero().toPlainString();
        }
        var reduction = (Reduction) formula;
        var from = label.apply(reduction.from());
        return "(" + from + " − " + label.apply(reduction.to()) + ") ÷ " + from + ", " + atLeastZero + bothZero
                + reduction.bothZero().toPlainString() + whenZero
                + reduction.whenZero().toPlainString();
    }

    @Override
    public BigDecimal best() {
        return formula instanceof Share share ? share.cap() : BigDecimal.ONE;
    }

    @Override
    public List<String> divisor() {
        return formula instanceof Share share ? share.per() : List.of(((Reduction) formula).from());
    }

    @Override
    public String formula(SheetCells cells) {
        var given = cells.counts();
        var all = String.join(",", given.values());
        return "IF(COUNT(" + all + ")<" + given.size() + "," + cells.blank() + "," + worth(cells) + ")";
    }

    private String worth(SheetCells cells) {
        var cell = cells.counts();
        if (formula instanceof Share share) {
            var whole = share.per().stream().map(cell::get).collect(Collectors.joining(",", "SUM(", ")"));
            return "IF(" + whole + "=0," + atZero(cells, share.whenZero()) + ",MIN("
                    + share.cap().toPlainString() + "," + cell.get(share.of()) + "/" + whole + "))";
        }
        var fall = (Reduction) formula;
        var from = cell.get(fall.from());
        var to = cell.get(fall.to());
        return "IF(" + from + "=0,IF(" + to + "=0," + atZero(cells, fall.bothZero()) + ","
                + atZero(cells, fall.whenZero()) + "),MAX(0,(" + from + "-" + to + ")/" + from + "))";
    }

    private static String atZero(SheetCells cells, BigDecimal convention) {
        return (cells.zeroWorth() == null ? convention : cells.zeroWorth()).toPlainString();
    }
}
