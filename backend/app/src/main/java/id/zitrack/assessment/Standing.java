package id.zitrack.assessment;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.Gate;
import id.zitrack.instrument.Instrument;
import id.zitrack.scoring.GateResult;
import id.zitrack.scoring.Score;
import id.zitrack.scoring.ScoreSheet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a filled sheet stands, in few words: what lists and comparisons need, stored whenever the sheet changes.
 *
 * <p>Points are exact decimals as text. Labels are not part of it; they come from the instrument.
 *
 * @param thresholds under which thresholds the gates were judged; see {@link #isCurrentFor}
 * @param answered questions with an answer
 * @param total all questions
 * @param wbk every gate of WBK, judged on the strict score
 * @param wbbm every gate of WBBM, judged on the strict score
 */
public record Standing(
        String thresholds,
        String official,
        String strict,
        String best,
        int answered,
        int total,
        List<AreaStanding> areas,
        List<GateStanding> wbk,
        List<GateStanding> wbbm) {

    /** One area: percent of its weight by the strict score, and how far it is filled. */
    public record AreaStanding(String code, String percent, int answered, int total) {}

    /**
     * One gate.
     *
     * @param required null while the threshold is unset
     * @param actual null while there is nothing to compare
     * @param met null if it cannot be judged
     * @param missing how much is missing, 0 if nothing is; null where that cannot be said
     * @param parts how the conditions of a combined gate stand; null for a simple one
     */
    public record GateStanding(
            String id,
            @Nullable String required,
            boolean atLeast,
            @Nullable String actual,
            @Nullable Boolean met,
            @Nullable String missing,
            @Nullable List<GateStanding> parts) {}

    /** The three totals as clients read them. */
    public record Totals(String official, String strict, String best) {}

    /** Sums up a scored sheet. */
    public static Standing of(Instrument instrument, ScoreSheet sheet) {
        return new Standing(
                thresholdsOf(instrument),
                sheet.official().total().toDecimalString(),
                sheet.strict().total().toDecimalString(),
                sheet.best().total().toDecimalString(),
                sheet.answered(),
                sheet.total(),
                instrument.areas().stream()
                        .map(area -> {
                            var progress = sheet.progress(area);
                            return new AreaStanding(
                                    area.code(),
                                    sheet.strict().percentOf(area).toDecimalString(),
                                    progress.answered(),
                                    progress.total());
                        })
                        .toList(),
                gates(sheet.gates(Award.WBK)),
                gates(sheet.gates(Award.WBBM)));
    }

    public Totals totals() {
        return new Totals(official, strict, best);
    }

    public List<GateStanding> gates(Award award) {
        return award == Award.WBK ? wbk : wbbm;
    }

    /** Whether the gates were judged under the thresholds that the instrument has now. */
    public boolean isCurrentFor(Instrument instrument) {
        return thresholds.equals(thresholdsOf(instrument));
    }

    private static List<GateStanding> gates(List<GateResult> results) {
        return results.stream()
                .map(it -> new GateStanding(
                        it.id(),
                        text(it.required()),
                        it.atLeast(),
                        decimal(it.actual()),
                        it.met(),
                        decimal(it.missing()),
                        it.parts().isEmpty() ? null : gates(it.parts())))
                .toList();
    }

    private static String thresholdsOf(Instrument instrument) {
        var text = new StringBuilder();
        for (var award : Award.values()) {
            for (Gate gate : instrument.gates(award)) {
                text.append(gate.id()).append('=').append(text(gate.required())).append(';');
            }
            text.append('|');
        }
        return text.toString();
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static @Nullable String decimal(@Nullable Score score) {
        return Optional.ofNullable(score).map(Score::toDecimalString).orElse(null);
    }
}
