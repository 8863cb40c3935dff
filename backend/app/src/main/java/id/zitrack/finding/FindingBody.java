package id.zitrack.finding;

import id.zitrack.assessment.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding as the API shows it.
 *
 * @param code of the question; null for the sheet as a whole
 * @param isLate whether the plan should have been carried out by now
 * @param may what the caller may do with it now
 */
record FindingBody(
        UUID id,
        UUID assessmentId,
        UUID unitId,
        String unitName,
        String instrument,
        String period,
        int year,
        @Nullable String code,
        @Nullable String label,
        String text,
        @Nullable String recommendation,
        Finding.@Nullable Severity severity,
        Finding.State state,
        @Nullable PlanBody plan,
        @Nullable DecisionBody decision,
        PersonName recordedBy,
        Instant recordedAt,
        boolean isLate,
        long revision,
        List<Deed> may) {

    /** What can be done. */
    enum Deed {
        DESCRIBE,
        REMOVE,
        PLAN,
        CONFIRM,
        SEND_BACK
    }

    /**
     * What the unit does about it.
     *
     * @param owner by name, whether with an account or not
     * @param evidence what of it the caller may see
     * @param withheld how much of it the caller may not see
     */
    record PlanBody(
            String action,
            @Nullable UUID ownerId,
            String owner,
            LocalDate due,
            @Nullable String progress,
            List<EvidenceName> evidence,
            int withheld,
            PersonName by,
            Instant at) {}

    /** A piece of evidence by title. */
    record EvidenceName(UUID id, String title) {}

    /** What the assessors said last. */
    record DecisionBody(@Nullable String reason, PersonName by, Instant at) {}

    /**
     * A finding of an earlier year, as it bears on a sheet of this year.
     *
     * @param codes of the questions of this sheet it is about; empty if it is about the sheet as a whole
     */
    record EarlierFinding(FindingBody finding, List<String> codes) {}
}
