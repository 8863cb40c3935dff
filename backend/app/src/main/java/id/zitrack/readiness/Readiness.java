package id.zitrack.readiness;

import id.zitrack.assessment.Headings;
import id.zitrack.evidence.EvidenceHealth;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All units the caller may see, in one period.
 *
 * @param evidence how the evidence of the institution stands; null for callers who see a part of it only
 */
record Readiness(
        Headings.PeriodDates period,
        Instant asOf,
        Headline headline,
        List<UnitReadiness> units,
        List<Blocker> blockers,
        @Nullable EvidenceHealth evidence) {

    /**
     * The counts that come first.
     *
     * @param readyWbk units that meet every gate and precondition of WBK
     * @param oneShortWbk units with exactly one gate or precondition of WBK in the way
     * @param late units that should have submitted
     */
    record Headline(int units, int readyWbk, int oneShortWbk, int readyWbbm, int late) {}

    /**
     * A gate or precondition of WBK and how many units do not meet it.
     *
     * @param gate its id
     */
    record Blocker(String gate, String label, boolean precondition, int units) {}
}
