package id.zitrack.readiness;

import id.zitrack.assessment.Standing;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Condition;
import id.zitrack.instrument.Gate;
import id.zitrack.instrument.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * How far a unit is from one award.
 *
 * @param ready null if nothing speaks against it but some gate cannot be judged, because its threshold is unset
 * @param missing the gates that are not met
 * @param unset how many gates have no threshold yet
 */
record AwardReadiness(@Nullable Boolean ready, List<MissingGate> missing, int unset) {

    /**
     * A gate that is not met.
     *
     * @param missing how much is missing, exactly; null while the measured question is blank
     * @param text the same in a few words
     */
    record MissingGate(String id, String label, @Nullable String missing, String text) {}

    static AwardReadiness of(Instrument instrument, Standing standing, Award award) {
        var gates = standing.gates(award);
        var missing = instrument.gates(award).stream()
                .flatMap(gate -> gates.stream()
                        .filter(it -> it.id().equals(gate.id()) && Objects.equals(it.met(), false))
                        .map(it -> missing(gate, it)))
                .toList();
        int unset = (int) gates.stream().filter(it -> it.met() == null).count();
        var ready = !missing.isEmpty() ? Boolean.FALSE : unset > 0 || gates.isEmpty() ? null : Boolean.TRUE;
        return new AwardReadiness(ready, missing, unset);
    }

    boolean isReady() {
        return Objects.equals(ready, true);
    }

    /** Whether exactly one gate stands between the unit and the award. */
    boolean isOneShort() {
        return missing.size() == 1 && unset == 0;
    }

    private static MissingGate missing(Gate gate, Standing.GateStanding standing) {
        var label = gate.label().in(language());
        var missing = standing.missing();
        return new MissingGate(gate.id(), label, missing, label + ": " + words(gate, missing));
    }

    private static String words(Gate gate, @Nullable String missing) {
        boolean english = language().startsWith("en");
        if (missing == null) {
            return english ? "not filled in" : "belum diisi";
        }
        if (gate.unit().equals(Condition.Combined.UNIT)) {
            var count = new BigDecimal(missing).toBigInteger();
            return english ? count + " of its conditions missing" : "kurang " + count + " dari isi syaratnya";
        }
        // Rounded up: what is missing must never be shown as nothing.
        var amount = new BigDecimal(missing).setScale(2, RoundingMode.CEILING).toPlainString();
        var shown = (english ? amount : amount.replace('.', ',')) + (gate.unit().equals("percent") ? "%" : "");
        if (gate.atLeast()) {
            return english ? shown + " short" : "kurang " + shown;
        }
        return english ? shown + " too much" : "lebih " + shown;
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }
}
