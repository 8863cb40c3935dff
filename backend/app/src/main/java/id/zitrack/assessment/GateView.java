package id.zitrack.assessment;

import id.zitrack.instrument.Award;
import id.zitrack.scoring.GateResult;
import id.zitrack.scoring.ScoreSheet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One gate of an award as clients read it, in the language of the request.
 *
 * @param unit {@code points}, {@code percent}, or the unit of the measured question
 * @param required null while the threshold is unset
 * @param met null if the gate cannot be judged
 */
public record GateView(
        String id,
        String label,
        String unit,
        @Nullable String required,
        boolean atLeast,
        @Nullable String actual,
        @Nullable Boolean met,
        @Nullable String missing) {

    /** The gates of both awards. */
    public record Both(List<GateView> wbk, List<GateView> wbbm) {}

    /** The gates of both awards, judged on the strict score. */
    public static Both of(ScoreSheet sheet) {
        return new Both(of(sheet.gates(Award.WBK)), of(sheet.gates(Award.WBBM)));
    }

    private static List<GateView> of(List<GateResult> results) {
        return results.stream().map(GateView::of).toList();
    }

    static GateView of(GateResult result) {
        return new GateView(
                result.id(),
                result.label().in(RequestLanguage.get()),
                result.unit(),
                Optional.ofNullable(result.required())
                        .map(it -> it.toPlainString())
                        .orElse(null),
                result.atLeast(),
                Optional.ofNullable(result.actual())
                        .map(it -> it.toDecimalString())
                        .orElse(null),
                result.met(),
                Optional.ofNullable(result.missing())
                        .map(it -> it.toDecimalString())
                        .orElse(null));
    }
}
