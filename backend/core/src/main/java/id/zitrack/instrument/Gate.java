package id.zitrack.instrument;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition a unit must meet for an award.
 *
 * @param id unique within the award
 * @param label name on screen
 * @param condition what is asked for
 * @param note remark for readers, for example where the threshold comes from
 */
public record Gate(
        String id,
        Text label,
        Condition condition,
        @Nullable Text note) {

    /** The unit of its threshold. */
    public String unit() {
        return condition.unit();
    }

    /** Codes of the nodes that are measured; {@code TOTAL} is the whole sheet. */
    public List<String> nodes() {
        return condition.nodes();
    }

    /** True for a minimum, false for a maximum. */
    public boolean atLeast() {
        return condition.atLeast();
    }

    /** The threshold in the gate's unit; null while unset, then nobody can judge the gate. */
    public @Nullable BigDecimal required() {
        return condition.required();
    }

    /** The conditions it is made of; empty for one limit. */
    public List<Gate> parts() {
        return condition instanceof Condition.Combined combined ? combined.parts() : List.of();
    }

    /** The same with a threshold for its limit; those inside combined conditions are always set. */
    Gate withRequired(BigDecimal threshold) {
        return condition instanceof Condition.Limit limit
                ? new Gate(
                        id,
                        label,
                        new Condition.Limit(limit.measure(), limit.unit(), limit.nodes(), limit.atLeast(), threshold),
                        note)
                : this;
    }
}
