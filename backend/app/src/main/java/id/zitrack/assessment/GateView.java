package id.zitrack.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Gate;
import id.zitrack.scoring.GateResult;
import id.zitrack.scoring.ScoreSheet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One gate of an award as clients read it, in the language of the request.
 *
 * @param unit {@code points}, {@code percent}, the unit of the measured question, or {@code conditions}
 * @param required null while the threshold is unset
 * @param met null if the gate cannot be judged
 * @param parts the conditions of which all or any must hold, counted in required and actual; left out for a simple gate
 */
public record GateView(
        String id,
        String label,
        String unit,
        @Nullable String required,
        boolean atLeast,
        @Nullable String actual,
        @Nullable Boolean met,
        @Nullable String missing,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<GateView> parts) {

    /** The gates of both awards. */
    public record Both(List<GateView> wbk, List<GateView> wbbm) {}

    /** The gates of both awards, judged on the strict score. */
    public static Both of(ScoreSheet sheet) {
        return new Both(of(sheet.gates(Award.WBK)), of(sheet.gates(Award.WBBM)));
    }

    /** A gate as it stood when its sheet was summed up. */
    public static GateView of(Gate gate, Standing.GateStanding standing) {
        var parts = standing.parts() == null ? List.<Standing.GateStanding>of() : standing.parts();
        return new GateView(
                gate.id(),
                gate.label().in(RequestLanguage.get()),
                gate.unit(),
                standing.required(),
                standing.atLeast(),
                standing.actual(),
                standing.met(),
                standing.missing(),
                gate.parts().stream()
                        .flatMap(part -> parts.stream()
                                .filter(it -> it.id().equals(part.id()))
                                .map(it -> of(part, it)))
                        .toList());
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
                        .orElse(null),
                of(result.parts()));
    }
}
