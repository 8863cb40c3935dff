package id.zitrack.instrument;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One minimum (or maximum) a unit must reach for an award.
 *
 * @param id unique within the award
 * @param label name on screen
 * @param measure what is compared
 * @param unit {@code points}, {@code percent}, or the unit of the measured question
 * @param nodes codes of the nodes that are measured; {@code TOTAL} is the whole sheet
 * @param atLeast true for a minimum, false for a maximum
 * @param required the threshold in the gate's unit; null while unset, then nobody can judge the gate
 * @param note remark for readers, for example where the threshold comes from
 */
public record Gate(
        String id,
        Text label,
        Measure measure,
        String unit,
        List<String> nodes,
        boolean atLeast,
        @Nullable BigDecimal required,
        @Nullable Text note) {

    /** What a gate compares with its threshold. */
    public enum Measure {
        /** Sum of the points of the nodes. */
        POINTS,
        /** Points of the nodes in percent of their weights. */
        PERCENT,
        /** The answer of one question in its own unit. */
        VALUE
    }

    Gate withRequired(BigDecimal threshold) {
        return new Gate(id, label, measure, unit, nodes, atLeast, threshold, note);
    }
}
