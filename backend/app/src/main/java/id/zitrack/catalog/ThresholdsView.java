package id.zitrack.catalog;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.Gate;
import id.zitrack.instrument.Instrument;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Thresholds by gate, as decimal strings; null where the institution has set none. */
record ThresholdsView(Map<String, @Nullable String> wbk, Map<String, @Nullable String> wbbm, long revision) {

    static ThresholdsView of(Instrument instrument, Thresholds thresholds) {
        return new ThresholdsView(
                byGate(instrument, Award.WBK, thresholds),
                byGate(instrument, Award.WBBM, thresholds),
                thresholds.revision());
    }

    private static Map<String, @Nullable String> byGate(Instrument instrument, Award award, Thresholds thresholds) {
        var byGate = new LinkedHashMap<String, @Nullable String>();
        instrument.gates(award).stream()
                .filter(it -> it.required() == null)
                .map(Gate::id)
                .forEach(it -> byGate.put(it, null));
        thresholds.thresholds().stream()
                .filter(it -> it.award() == award)
                .forEach(it -> byGate.put(it.gateId(), it.required()));
        return byGate;
    }
}
