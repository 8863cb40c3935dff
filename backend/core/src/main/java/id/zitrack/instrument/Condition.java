package id.zitrack.instrument;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a gate asks for: one limit, or several conditions of which all or any must hold. */
public sealed interface Condition permits Condition.Limit, Condition.Combined {

    /** {@code points}, {@code percent}, the unit of the measured question, or {@link Combined#UNIT}. */
    String unit();

    /** Codes of all nodes that are measured; {@code TOTAL} is the whole sheet. */
    List<String> nodes();

    /** True for a minimum, false for a maximum. */
    boolean atLeast();

    /** What must be reached, in this condition's unit; null while unset, then nobody can judge it. */
    @Nullable
    BigDecimal required();

    /** What a limit compares with its threshold. */
    enum Measure {
        /** Sum of the points of the nodes. */
        POINTS,
        /** Points of the nodes in percent of their weights. */
        PERCENT,
        /** The answer of one question in its own unit. */
        VALUE
    }

    /**
     * One measure against one threshold.
     *
     * @param measure what is compared
     * @param unit {@code points}, {@code percent}, or the unit of the measured question
     * @param nodes codes of the nodes that are measured
     * @param atLeast true for a minimum, false for a maximum
     * @param required the threshold; null while unset
     */
    record Limit(
            Measure measure,
            String unit,
            List<String> nodes,
            boolean atLeast,
            @Nullable BigDecimal required) implements Condition {}

    /**
     * Several conditions together, counted in conditions: what is required is how many of them must hold.
     *
     * @param all true if all must hold, false if any one is enough
     * @param parts at least two, each a gate of its own with a label
     */
    record Combined(boolean all, List<Gate> parts) implements Condition {

        /** The unit in which combined conditions are counted. */
        public static final String UNIT = "conditions";

        @Override
        public String unit() {
            return UNIT;
        }

        @Override
        public List<String> nodes() {
            return parts.stream().flatMap(it -> it.nodes().stream()).distinct().toList();
        }

        @Override
        public boolean atLeast() {
            return true;
        }

        @Override
        public BigDecimal required() {
            return BigDecimal.valueOf(all ? parts.size() : 1);
        }
    }
}
