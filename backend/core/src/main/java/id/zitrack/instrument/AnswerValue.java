package id.zitrack.instrument;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A valid answer and what it is worth.
 *
 * @param text the answer as it is stored
 * @param numerator value as an exact, reduced fraction from 0 to 1 (0/1 for types without score)
 * @param denominator denominator of the value, above 0
 * @param measured the number itself in its own unit, for numbers
 * @param counts the counts behind a ratio, by name; empty for other types
 */
public record AnswerValue(
        String text,
        long numerator,
        long denominator,
        @Nullable BigDecimal measured,
        Map<String, Long> counts) {

    public AnswerValue {
        long divisor = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .longValueExact();
        numerator /= divisor;
        denominator /= divisor;
    }

    /** An answer that brings no points. */
    static AnswerValue unscored(String text) {
        return new AnswerValue(text, 0, 1, null, Map.of());
    }

    AnswerValue with(Map<String, Long> given) {
        return new AnswerValue(text, numerator, denominator, measured, Collections.unmodifiableMap(given));
    }

    /** Compares the value with a fraction. */
    int compareTo(BigInteger top, BigInteger bottom) {
        return BigInteger.valueOf(numerator).multiply(bottom).compareTo(top.multiply(BigInteger.valueOf(denominator)));
    }

    static AnswerValue worth(String text, BigDecimal value) {
        var scaled = value.setScale(Math.max(0, value.scale()));
        return new AnswerValue(
                text,
                scaled.unscaledValue().longValueExact(),
                BigDecimal.TEN.pow(scaled.scale()).longValueExact(),
                null,
                Map.of());
    }
}
