package id.zitrack.readiness;

import id.zitrack.assessment.Headings;
import id.zitrack.assessment.Standing;
import id.zitrack.identity.Stage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One unit in one period.
 *
 * @param assessmentId null if the unit has not begun
 * @param scores by the unit's own answers
 * @param tpi by the assessors; null until every answered question is judged
 * @param basis by whose answers areas and awards are judged
 */
record UnitReadiness(
        Headings.UnitName unit,
        @Nullable UUID parentId,
        @Nullable UUID assessmentId,
        @Nullable Stage stage,
        Standing.@Nullable Totals scores,
        Standing.@Nullable Totals tpi,
        @Nullable Basis basis,
        List<AreaReadiness> areas,
        @Nullable AwardReadiness wbk,
        @Nullable AwardReadiness wbbm,
        int answered,
        int total,
        int lateDays) {

    /** By whose answers a unit is judged. */
    enum Basis {
        UNIT,
        TPI
    }
}
