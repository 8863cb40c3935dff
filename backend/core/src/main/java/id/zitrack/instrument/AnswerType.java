package id.zitrack.instrument;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an answer may be and what it is worth.
 *
 * <p>A new type is a class that implements this, a line in {@link InstrumentBuilder} that reads it, and its test: scoring,
 * the cheapest path and the workbook ask the type and know no class of it.
 *
 * <p>An answer is always one text: {@code Ya}, {@code B}, {@code 3.58}, {@code agents=8;changes=6}. Blank answers never
 * come here: they are the absence of an answer.
 */
public sealed interface AnswerType permits ChoiceType, NumberType, RatioType, ChecklistType, TextType, DateType {

    /** Name of the kind in YAML and JSON. */
    String kind();

    /** Whether answers bring points at all. */
    boolean scored();

    /**
     * Reads one answer.
     *
     * @throws InvalidAnswer if it does not fit, saying why
     */
    AnswerValue parse(String answer);

    /** How the value follows from the answer, in words. */
    Text rule();

    /** What looks inconsistent in a valid answer, for example parts that do not add up to their whole. */
    default List<Text> warnings(AnswerValue answer) {
        return List.of();
    }

    /** The highest value an answer can have, from 0 to 1. */
    default BigDecimal best() {
        return BigDecimal.ONE;
    }

    /** The values an answer can have where they are few and known beforehand; empty otherwise. */
    default List<BigDecimal> values() {
        return List.of();
    }

    /**
     * The answer that is worth least among those worth a fraction or more; empty where no single answer can be named.
     *
     * @param top numerator of the fraction, from 0 to 1
     * @param bottom denominator of the fraction, above 0
     */
    default Optional<AnswerValue> answerWorth(BigInteger top, BigInteger bottom) {
        return Optional.empty();
    }

    /** Labels of the counts that make up an answer, by name, in the order of the screen; empty for other types. */
    default Map<String, Text> counts() {
        return Map.of();
    }

    /** Names of the counts that add up to what is divided by; empty for types that divide by no count. */
    default List<String> divisor() {
        return List.of();
    }

    /** Whether an answer divides by zero, so that a convention of the instrument says what it is worth. */
    default boolean dividesByZero(AnswerValue answer) {
        return !divisor().isEmpty()
                && divisor().stream()
                        .allMatch(it -> Objects.equals(answer.counts().get(it), 0L));
    }

    /**
     * The same answer with another worth, which somebody gave it because it divides by zero.
     *
     * @throws InvalidAnswer if it does not divide by zero, or the worth is not from 0 to {@link #best}
     */
    default AnswerValue withZeroWorth(AnswerValue answer, BigDecimal worth) {
        if (!dividesByZero(answer)) {
            throw new InvalidAnswer("nilai pengganti hanya untuk jawaban yang pembaginya 0");
        }
        if (worth.signum() < 0
                || worth.compareTo(best()) > 0
                || worth.stripTrailingZeros().scale() > 6) {
            throw new InvalidAnswer("nilai pengganti harus 0 sampai " + best().toPlainString()
                    + ", paling banyak 6 angka di belakang titik");
        }
        return AnswerValue.worth(answer.text(), worth.stripTrailingZeros()).with(answer.counts());
    }

    /** The value of an answer as a spreadsheet works it out, from 0 to 1; for types with score. */
    String formula(SheetCells cells);

    /**
     * Where an answer stands in a spreadsheet.
     *
     * @param answer the cell of the answer
     * @param counts the cells of its counts by name, one below the other
     * @param blank what the formula gives while the answer is blank
     * @param zeroWorth what a zero denominator is worth instead of what the instrument says; null to keep that
     */
    record SheetCells(
            String answer,
            Map<String, String> counts,
            String blank,
            @Nullable BigDecimal zeroWorth) {}

    /** Shortens a text for a one-line message and takes out what would break the line. */
    static String quote(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
        return "\"" + (line.length() > 40 ? line.substring(0, 40) + "…" : line) + "\"";
    }
}
