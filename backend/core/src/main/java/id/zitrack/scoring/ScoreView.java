package id.zitrack.scoring;

import id.zitrack.instrument.Area;
import id.zitrack.instrument.Instrument;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The points of every node of a sheet under one way to count blank answers.
 *
 * <p>Points are in the unit of the weights, and the points of children add up to those of their parent: inside a mean a
 * node's points are what it contributes. Inside a minimum they are what the whole would have if this node decided, and
 * the least of them are those of the parent.
 */
public final class ScoreView {

    /** How blank answers count. */
    public enum Kind {
        /** Left out of means, as the official sheet does (PermenPANRB 90/2021, Lampiran III, AVERAGE skips blanks). */
        OFFICIAL,
        /** Count as 0. */
        STRICT,
        /** Count as the best possible answer. */
        BEST;

        /** Name in JSON: {@code official}, {@code strict}, {@code best}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;
    private final Layout layout;
    private final ParsedAnswers answers;

    /** D of {@link Layout}; the big one and the big points are there only where {@code long} is too small. */
    private final long denominator;

    private final long[] points;
    private final @Nullable BigInteger bigDenominator;
    private final BigInteger @Nullable [] bigPoints;

    /** By group: how many children its mean or minimum is taken over. */
    private final int[] counted;

    ScoreView(Kind kind, ParsedAnswers answers, long denominator) {
        this(kind, answers, denominator, null);
        roll();
    }

    ScoreView(Kind kind, ParsedAnswers answers, BigInteger denominator, Map<Integer, BigDecimal> given) {
        this(kind, answers, 1, denominator);
        rollBig(denominator, given);
    }

    private ScoreView(Kind kind, ParsedAnswers answers, long denominator, @Nullable BigInteger bigDenominator) {
        this.kind = kind;
        this.answers = answers;
        this.layout = answers.layout();
        this.denominator = denominator;
        this.bigDenominator = bigDenominator;
        int size = layout.nodes.length;
        this.points = bigDenominator == null ? new long[size] : new long[0];
        this.bigPoints = bigDenominator == null ? null : new BigInteger[size];
        this.counted = new int[size];
    }

    private boolean isAnswered(int node) {
        return layout.questionOf[node] < 0 ? counted[node] > 0 : answers.value(layout.questionOf[node]) != null;
    }

    private void roll() {
        for (int node = points.length - 1; node >= 0; node--) {
            if (!layout.scored[node]) {
                continue;
            }
            int question = layout.questionOf[node];
            if (question >= 0) {
                var value = answers.value(question);
                long own;
                if (value != null) {
                    own = value.numerator() * (denominator / value.denominator());
                } else if (kind == Kind.BEST) {
                    own = layout.bestTop[question] * (denominator / layout.bestBottom[question]);
                } else {
                    own = 0;
                }
                points[node] = layout.isWeighed[node] ? own * layout.weightTop[node] / layout.weightBottom[node] : own;
                continue;
            }
            long sum = 0;
            long least = Long.MAX_VALUE;
            int count = 0;
            for (int child : layout.children[node]) {
                if (layout.scored[child] && (kind != Kind.OFFICIAL || isAnswered(child))) {
                    sum += points[child];
                    least = Math.min(least, points[child]);
                    count++;
                }
            }
            counted[node] = count;
            if (layout.isMean[node] && count > 0) {
                points[node] = sum * layout.weightTop[node] / (layout.weightBottom[node] * count);
            } else if (layout.isLeast[node] && count > 0) {
                points[node] = least * layout.weightTop[node] / layout.weightBottom[node];
            } else {
                points[node] = sum;
            }
        }
    }

    private void rollBig(BigInteger whole, Map<Integer, BigDecimal> given) {
        var big = Objects.requireNonNull(bigPoints);
        for (int node = big.length - 1; node >= 0; node--) {
            big[node] = BigInteger.ZERO;
            if (!layout.scored[node]) {
                continue;
            }
            @Nullable BigDecimal fixed = given.get(node);
            if (fixed != null) {
                big[node] = new BigDecimal(whole).multiply(fixed).toBigIntegerExact();
                counted[node] = 1;
                continue;
            }
            int question = layout.questionOf[node];
            var top = BigInteger.valueOf(layout.weightTop[node]);
            var bottom = BigInteger.valueOf(layout.weightBottom[node]);
            if (question >= 0) {
                var value = answers.value(question);
                if (value == null && kind != Kind.BEST) {
                    continue;
                }
                var own = whole.multiply(
                                BigInteger.valueOf(value != null ? value.numerator() : layout.bestTop[question]))
                        .divide(BigInteger.valueOf(value != null ? value.denominator() : layout.bestBottom[question]));
                big[node] = layout.isWeighed[node] ? own.multiply(top).divide(bottom) : own;
                continue;
            }
            var sum = BigInteger.ZERO;
            @Nullable BigInteger least = null;
            int count = 0;
            for (int child : layout.children[node]) {
                if (layout.scored[child] && (kind != Kind.OFFICIAL || isAnswered(child))) {
                    sum = sum.add(big[child]);
                    least = least == null ? big[child] : least.min(big[child]);
                    count++;
                }
            }
            counted[node] = count;
            if (layout.isMean[node] && count > 0) {
                big[node] = sum.multiply(top).divide(bottom.multiply(BigInteger.valueOf(count)));
            } else if (layout.isLeast[node] && least != null) {
                big[node] = least.multiply(top).divide(bottom);
            } else {
                big[node] = sum;
            }
        }
    }

    /** How blank answers count here. */
    public Kind kind() {
        return kind;
    }

    private Score raw(int node) {
        return bigPoints == null || bigDenominator == null
                ? Score.of(points[node], denominator)
                : Score.of(bigPoints[node], bigDenominator);
    }

    private Score of(int node) {
        var score = raw(node);
        for (int parent = layout.parent[node]; parent >= 0 && score.signum() != 0; parent = layout.parent[parent]) {
            if (layout.isMean[parent]) {
                score = score.times(Score.of(layout.weightTop[parent], layout.weightBottom[parent] * counted[parent]));
            } else if (layout.isLeast[parent]) {
                score = score.times(Score.of(layout.weightTop[parent], layout.weightBottom[parent]));
            }
        }
        return score;
    }

    /** The points of a node; {@link Instrument#TOTAL} is the whole sheet. */
    public Score of(String code) {
        return code.equals(Instrument.TOTAL) ? total() : of(layout.node(code));
    }

    /** The points of the whole sheet. */
    public Score total() {
        var sum = Score.ZERO;
        for (int root : layout.roots) {
            sum = sum.plus(raw(root));
        }
        return sum;
    }

    /** The points of an area in percent of its weight. */
    public Score percentOf(Area area) {
        return percentOf(area.nodes());
    }

    /** The points of some groups together in percent of their weights; 0 where nothing is scored. */
    public Score percentOf(List<String> codes) {
        var sum = Score.ZERO;
        var whole = Score.ZERO;
        for (var code : codes) {
            int node = layout.node(code);
            sum = sum.plus(raw(node));
            whole = whole.plus(Score.of(layout.weightTop[node], layout.weightBottom[node]));
        }
        return whole.signum() == 0 ? Score.ZERO : sum.percentOf(whole);
    }

    /** Whether a node takes part in the points of its parent. */
    boolean isCounted(String code) {
        int node = layout.node(code);
        return layout.scored[node] && (kind != Kind.OFFICIAL || isAnswered(node));
    }

    /** The points a node brings when everything that counts below it is at its best. */
    Score full(String code) {
        int node = layout.node(code);
        var full = Score.of(layout.weightTop[node], layout.weightBottom[node]);
        for (int parent = layout.parent[node]; parent >= 0; parent = layout.parent[parent]) {
            if (layout.isMean[parent] && counted[parent] > 0) {
                full = full.times(Score.of(layout.weightTop[parent], layout.weightBottom[parent] * counted[parent]));
            } else if (layout.isLeast[parent]) {
                full = full.times(Score.of(layout.weightTop[parent], layout.weightBottom[parent]));
            }
        }
        return full;
    }

    /** The points of every node in the order of the sheet, then of {@link Instrument#TOTAL}. */
    public Map<String, Score> all() {
        var all = new LinkedHashMap<String, Score>();
        for (int node = 0; node < layout.nodes.length; node++) {
            all.put(layout.nodes[node].code(), of(node));
        }
        all.put(Instrument.TOTAL, total());
        return all;
    }
}
