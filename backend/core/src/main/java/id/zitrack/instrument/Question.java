package id.zitrack.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One question that is answered and proved with evidence.
 *
 * @param code unique code, for example {@code A.I.1.i.a}
 * @param label short wording
 * @param type what an answer may be and what it is worth
 * @param weight most points, in a group that adds up; null in a mean or minimum
 * @param choiceLabels what each choice means, by value, best first; empty unless the type is a choice
 * @param guidance how to answer
 * @param evidence typical evidence, never a legal list
 * @param confidentiality who may see the evidence
 * @param source the body that measures the value, for values that come from outside
 */
public record Question(
        String code,
        Text label,
        AnswerType type,
        @Nullable BigDecimal weight,
        Map<String, Text> choiceLabels,
        @Nullable Text guidance,
        List<Text> evidence,
        Confidentiality confidentiality,
        @Nullable Text source)
        implements Node {

    /** Whether this text is an answer to this question. */
    public boolean accepts(String answer) {
        try {
            type.parse(answer);
            return true;
        } catch (InvalidAnswer unfit) {
            return false;
        }
    }
}
