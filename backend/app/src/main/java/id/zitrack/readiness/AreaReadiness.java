package id.zitrack.readiness;

import id.zitrack.assessment.Standing;
import id.zitrack.instrument.Area;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Condition;
import id.zitrack.instrument.Instrument;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * One area of a unit against the minimums that the awards set for it.
 *
 * @param percent of the area's weight
 * @param tone null where no minimum is set for this area
 * @param wbk minimum in percent; null where there is none
 * @param wbbm minimum in percent; null where there is none
 */
record AreaReadiness(
        String code,
        String label,
        String percent,
        @Nullable Tone tone,
        @Nullable String wbk,
        @Nullable String wbbm,
        int answered,
        int total) {

    /** How an area looks at a glance. */
    enum Tone {
        /** Enough for WBBM. */
        ok,
        /** Enough for WBK. */
        near,
        /** Not enough. */
        missing
    }

    static List<AreaReadiness> of(Instrument instrument, Standing standing) {
        return instrument.areas().stream()
                .flatMap(area -> standing.areas().stream()
                        .filter(it -> it.code().equals(area.code()))
                        .map(it -> of(instrument, standing, area, it)))
                .toList();
    }

    private static AreaReadiness of(
            Instrument instrument, Standing standing, Area area, Standing.AreaStanding areaStanding) {
        var wbk = gate(instrument, standing, area, Award.WBK);
        var wbbm = gate(instrument, standing, area, Award.WBBM);
        return new AreaReadiness(
                area.code(),
                area.label().in(LocaleContextHolder.getLocale().getLanguage()),
                areaStanding.percent(),
                tone(wbk, wbbm),
                wbk.map(Standing.GateStanding::required).orElse(null),
                wbbm.map(Standing.GateStanding::required).orElse(null),
                areaStanding.answered(),
                areaStanding.total());
    }

    private static @Nullable Tone tone(Optional<Standing.GateStanding> wbk, Optional<Standing.GateStanding> wbbm) {
        if (isMet(wbbm, true)) {
            return Tone.ok;
        }
        if (isMet(wbk, true)) {
            return Tone.near;
        }
        return isMet(wbk, false) || isMet(wbbm, false) ? Tone.missing : null;
    }

    private static boolean isMet(Optional<Standing.GateStanding> gate, boolean wanted) {
        return gate.filter(it -> Objects.equals(it.met(), wanted)).isPresent();
    }

    private static Optional<Standing.GateStanding> gate(
            Instrument instrument, Standing standing, Area area, Award award) {
        return instrument.gates(award).stream()
                .filter(it -> it.condition() instanceof Condition.Limit limit
                        && limit.measure() == Condition.Measure.PERCENT
                        && limit.nodes().equals(area.nodes()))
                .flatMap(gate ->
                        standing.gates(award).stream().filter(it -> it.id().equals(gate.id())))
                .findFirst();
    }
}
