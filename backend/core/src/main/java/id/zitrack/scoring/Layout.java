package id.zitrack.scoring;

import id.zitrack.instrument.Group;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Node;
import id.zitrack.instrument.Question;
import id.zitrack.instrument.Rule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tree of an instrument as arrays, worked out once.
 *
 * <p>All points of a sheet are whole multiples of one fraction 1/D, where D = {@link #factor} × (common denominator of the
 * answers' values). {@code factor} takes up every division the roll-up can do: weights, and means over any number of
 * children. So scoring needs whole numbers only, and divisions in it leave no rest.
 */
final class Layout {

    /** Nodes in the order of the sheet, parents before children. */
    final Node[] nodes;

    final Map<String, Integer> nodeIndex = new HashMap<>();
    final Question[] questions;
    final Map<String, Integer> questionIndex = new HashMap<>();

    /** By node: index among the questions; −1 for groups. */
    final int[] questionOf;

    /** By node: parent; −1 for roots. */
    final int[] parent;

    /** By node: children; empty for questions. */
    final int[][] children;

    /** By node: whether it takes the mean of its children. */
    final boolean[] isMean;

    /** By node: whether it takes the least of its children. */
    final boolean[] isLeast;

    /** By node: whether its own weight turns its value into points; not inside a mean or minimum. */
    final boolean[] isWeighed;

    /** By node: whether points can come from it. */
    final boolean[] scored;

    /** By node: its weight as a fraction; 1 inside a mean or minimum. */
    final long[] weightTop;

    final long[] weightBottom;

    /** By question: the best value an answer can have. */
    final long[] bestTop;

    final long[] bestBottom;

    /** Common denominator of the values that are known beforehand. */
    final long valueDenominator;

    final BigInteger factor;

    /** No whole number in the roll-up is above D times this. */
    final BigInteger bound;

    final int[] roots;

    static Layout of(Instrument instrument) {
        return instrument.derived(Layout.class, Layout::new);
    }

    private Layout(Instrument instrument) {
        nodes = instrument.nodes().toArray(Node[]::new);
        questions = instrument.questions().toArray(Question[]::new);
        for (int i = 0; i < nodes.length; i++) {
            nodeIndex.put(nodes[i].code(), i);
        }
        for (int i = 0; i < questions.length; i++) {
            questionIndex.put(questions[i].code(), i);
        }
        int size = nodes.length;
        questionOf = new int[size];
        parent = new int[size];
        children = new int[size][];
        isMean = new boolean[size];
        isLeast = new boolean[size];
        isWeighed = new boolean[size];
        scored = new boolean[size];
        weightTop = new long[size];
        weightBottom = new long[size];
        bestTop = new long[questions.length];
        bestBottom = new long[questions.length];
        roots = indexes(instrument.roots());
        Arrays.fill(parent, -1);

        var values = BigInteger.ONE;
        for (int i = 0; i < size; i++) {
            setWeight(i, nodes[i].weight());
            isWeighed[i] = parent[i] < 0 || !isMean[parent[i]] && !isLeast[parent[i]];
            if (nodes[i] instanceof Group group) {
                questionOf[i] = -1;
                isMean[i] = group.rule() == Rule.MEAN;
                isLeast[i] = group.rule() == Rule.MINIMUM;
                children[i] = indexes(group.children());
                for (int child : children[i]) {
                    parent[child] = i;
                }
            } else if (nodes[i] instanceof Question question) {
                questionOf[i] = index(questionIndex, question.code());
                children[i] = new int[0];
                scored[i] = question.type().scored();
                values = lcm(values, best(questionOf[i], question));
            }
        }
        valueDenominator = values.longValueExact();

        var factors = new BigInteger[size];
        var all = BigInteger.ONE;
        var most = BigInteger.ONE;
        for (int i = size - 1; i >= 0; i--) {
            var own = BigInteger.ONE;
            if (children[i].length == 0) {
                own = isWeighed[i] ? BigInteger.valueOf(weightBottom[i]) : own;
            } else {
                int count = 0;
                for (int child : children[i]) {
                    own = lcm(own, factors[child]);
                    scored[i] |= scored[child];
                    count += scored[child] ? 1 : 0;
                }
                if (isMean[i] || isLeast[i]) {
                    own = own.multiply(BigInteger.valueOf(weightBottom[i]));
                    own = isMean[i] ? own.multiply(upTo(count)) : own;
                }
            }
            factors[i] = own;
            all = lcm(all, own);
            most = most.max(BigInteger.valueOf(weightTop[i]).multiply(BigInteger.valueOf(children[i].length + 1)));
        }
        factor = all;
        bound = most.multiply(BigInteger.valueOf(roots.length + 1000L));
    }

    /** How many children of a group points can come from. */
    int scoredChildren(int node) {
        int count = 0;
        for (int child : children[node]) {
            count += scored[child] ? 1 : 0;
        }
        return count;
    }

    private BigInteger best(int index, Question question) {
        var fraction = fraction(question.type().best());
        bestTop[index] = fraction[0];
        bestBottom[index] = fraction[1];
        var denominator = BigInteger.valueOf(fraction[1]);
        for (var value : question.type().values()) {
            denominator = lcm(denominator, BigInteger.valueOf(fraction(value)[1]));
        }
        return denominator;
    }

    private void setWeight(int node, @Nullable BigDecimal weight) {
        var fraction = fraction(weight == null ? BigDecimal.ONE : weight);
        weightTop[node] = fraction[0];
        weightBottom[node] = fraction[1];
    }

    private static long[] fraction(BigDecimal decimal) {
        var scaled = decimal.setScale(Math.max(0, decimal.scale()));
        var top = scaled.unscaledValue();
        var bottom = BigInteger.TEN.pow(scaled.scale());
        var divisor = top.gcd(bottom);
        return new long[] {
            top.divide(divisor).longValueExact(), bottom.divide(divisor).longValueExact()
        };
    }

    private int[] indexes(List<? extends Node> list) {
        return list.stream().mapToInt(it -> index(nodeIndex, it.code())).toArray();
    }

    private static int index(Map<String, Integer> indexes, String code) {
        @Nullable Integer index = indexes.get(code);
        if (index == null) {
            throw new IllegalArgumentException("No node " + code);
        }
        return index;
    }

    int node(String code) {
        return index(nodeIndex, code);
    }

    static BigInteger lcm(BigInteger one, BigInteger other) {
        return one.divide(one.gcd(other)).multiply(other);
    }

    private static BigInteger upTo(int count) {
        var result = BigInteger.ONE;
        for (int i = 2; i <= count; i++) {
            result = lcm(result, BigInteger.valueOf(i));
        }
        return result;
    }
}
