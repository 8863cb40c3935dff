package id.zitrack.readiness;

import id.zitrack.assessment.Standing;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Condition;
import id.zitrack.instrument.Gate;
import id.zitrack.instrument.Instrument;
import id.zitrack.precondition.JudgedPrecondition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * How far a unit is from one award.
 *
 * @param ready null if nothing speaks against it but something cannot be judged: a gate whose threshold is unset, or a
 *     precondition of which nothing is recorded
 * @param missing the gates that are not met
 * @param unset how many gates have no threshold yet
 * @param preconditions those that are not met or not recorded
 */
record AwardReadiness(
        @Nullable Boolean ready, List<MissingGate> missing, int unset, List<MissingPrecondition> preconditions) {

    /**
     * A precondition in the way.
     *
     * @param recorded false while nothing is recorded, which is never a pass
     * @param text label and reason in a few words
     */
    record MissingPrecondition(String id, String label, boolean recorded, String text) {}

    /**
     * A gate that is not met.
     *
     * @param missing how much is missing, exactly; null while the measured question is blank
     * @param text the same in a few words
     */
    record MissingGate(String id, String label, @Nullable String missing, String text) {}

    static AwardReadiness of(
            Instrument instrument, Standing standing, Award award, List<JudgedPrecondition> preconditions) {
        var gates = standing.gates(award);
        var missing = instrument.gates(award).stream()
                .flatMap(gate -> gates.stream()
                        .filter(it -> it.id().equals(gate.id()) && Objects.equals(it.met(), false))
                        .map(it -> missing(gate, it)))
                .toList();
        int unset = (int) gates.stream().filter(it -> it.met() == null).count();
        boolean refused = !missing.isEmpty() || preconditions.stream().anyMatch(it -> Objects.equals(it.met(), false));
        boolean open = unset > 0 || gates.isEmpty() || preconditions.stream().anyMatch(it -> it.met() == null);
        return new AwardReadiness(
                refused ? Boolean.FALSE : open ? null : Boolean.TRUE,
                missing,
                unset,
                preconditions.stream()
                        .filter(JudgedPrecondition::standsInTheWay)
                        .map(it -> new MissingPrecondition(
                                it.id(), it.label(), it.met() != null, it.label() + ": " + it.missing()))
                        .toList());
    }

    boolean isReady() {
        return Objects.equals(ready, true);
    }

    /** Whether exactly one gate or precondition stands between the unit and the award. */
    boolean isOneShort() {
        return missing.size() + preconditions.size() == 1 && unset == 0;
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
