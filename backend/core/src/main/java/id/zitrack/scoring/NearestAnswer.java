package id.zitrack.scoring;

import id.zitrack.instrument.AnswerValue;
import id.zitrack.instrument.ChecklistType;
import id.zitrack.instrument.InvalidAnswer;
import id.zitrack.instrument.Question;
import id.zitrack.instrument.RatioType;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is worth what a path asks for and stays near the one there is, where many answers are worth that: a
 * ratio keeps its denominator, a checklist its ticks.
 */
public final class NearestAnswer {

    /** The whole of a ratio nobody has counted yet, so that its part reads as a percentage. */
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private static final String NO_TICK = "-";

    private NearestAnswer() {}

    /**
     * Such an answer, if this program knows how to make one for the type.
     *
     * @param now the answer there is; null while blank
     * @param value what it has to be worth at least, from 0 to 1
     */
    public static Optional<String> worth(Question question, @Nullable AnswerValue now, Score value) {
        @Nullable
        String answer = question.type() instanceof RatioType ratio
                ? counts(ratio, now, value)
                : question.type() instanceof ChecklistType checklist ? ticks(checklist, now, value) : null;
        return Optional.ofNullable(answer).filter(it -> isWorth(question, it, value));
    }

    private static boolean isWorth(Question question, String answer, Score value) {
        try {
            var parsed = question.type().parse(answer);
            return Score.of(parsed.numerator(), parsed.denominator()).compareTo(value) >= 0;
        } catch (InvalidAnswer tooLarge) {
            return false;
        }
    }

    private static String counts(RatioType ratio, @Nullable AnswerValue now, Score value) {
        var counts = new LinkedHashMap<String, BigInteger>();
        ratio.counts().keySet().forEach(it -> counts.put(it, count(now, it)));
        if (ratio.formula() instanceof RatioType.Share share) {
            var whole = share.per().stream().map(it -> count(now, it)).reduce(BigInteger.ZERO, BigInteger::add);
            if (whole.signum() == 0) {
                whole = HUNDRED;
                var rest = share.per().stream()
                        .filter(it -> !it.equals(share.of()))
                        .findFirst();
                counts.put(rest.orElse(share.of()), whole);
            }
            var before = counts.getOrDefault(share.of(), BigInteger.ZERO);
            var part = ceiling(value.times(Score.of(whole, BigInteger.ONE)));
            counts.put(share.of(), part);
            if (share.per().contains(share.of())) {
                take(counts, share.per(), share.of(), part.subtract(before));
            }
        } else if (ratio.formula() instanceof RatioType.Reduction reduction) {
            var before = count(now, reduction.from());
            if (before.signum() == 0) {
                before = HUNDRED;
            }
            counts.put(reduction.from(), before);
            counts.put(reduction.to(), before.subtract(ceiling(value.times(Score.of(before, BigInteger.ONE)))));
        }
        return counts.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining(";"));
    }

    /** What one part of a whole gains the other parts lose, so that the whole stays. */
    private static void take(Map<String, BigInteger> counts, Iterable<String> parts, String except, BigInteger much) {
        var left = much;
        for (var part : parts) {
            if (!part.equals(except)) {
                var taken = counts.getOrDefault(part, BigInteger.ZERO).min(left);
                counts.merge(part, taken.negate(), BigInteger::add);
                left = left.subtract(taken);
            }
        }
    }

    private static BigInteger count(@Nullable AnswerValue now, String name) {
        return now == null ? BigInteger.ZERO : BigInteger.valueOf(now.counts().getOrDefault(name, 0L));
    }

    private static BigInteger ceiling(Score score) {
        return Score.ZERO.minus(score).floor().negate();
    }

    private static String ticks(ChecklistType checklist, @Nullable AnswerValue now, Score value) {
        Set<String> ticked = new LinkedHashSet<>();
        if (now != null && !now.text().equals(NO_TICK)) {
            ticked.addAll(Set.of(now.text().split(";")));
        }
        int size = checklist.items().size();
        for (var item : checklist.items().keySet()) {
            if (Score.of(ticked.size(), size).compareTo(value) < 0) {
                ticked.add(item);
            }
        }
        return checklist.items().keySet().stream().filter(ticked::contains).collect(Collectors.joining(";"));
    }
}
