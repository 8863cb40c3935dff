package id.zitrack.scoring;

import id.zitrack.instrument.Text;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one gate of an award stands.
 *
 * @param id id of the gate within its award
 * @param label name on screen
 * @param unit {@code points}, {@code percent}, the unit of the measured question, or {@code conditions}: then required
 *     and actual say how many of the parts must and do hold
 * @param required the threshold; null while unset
 * @param atLeast true for a minimum, false for a maximum
 * @param actual what was reached, in the gate's unit; null where the measured question is blank
 * @param met whether the gate is passed; null while the threshold is unset, which is never a pass
 * @param missing how far it is from the threshold, 0 when met; null where that cannot be said
 * @param nodes codes of the measured nodes
 * @param parts how the conditions stand that a combined gate is made of; empty for a simple one
 */
public record GateResult(
        String id,
        Text label,
        String unit,
        @Nullable BigDecimal required,
        boolean atLeast,
        @Nullable Score actual,
        @Nullable Boolean met,
        @Nullable Score missing,
        List<String> nodes,
        List<GateResult> parts) {}
