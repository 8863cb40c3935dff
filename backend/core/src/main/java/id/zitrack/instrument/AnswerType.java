package id.zitrack.instrument;

import java.util.List;

/**
 * What an answer may be and what it is worth.
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

    /** Shortens a text for a one-line message and takes out what would break the line. */
    static String quote(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
        return "\"" + (line.length() > 40 ? line.substring(0, 40) + "…" : line) + "\"";
    }
}
