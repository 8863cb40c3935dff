package id.zitrack.programme;

import id.zitrack.assessment.PersonName;
import id.zitrack.programme.PlannedWork.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of planned work as the API shows it.
 *
 * @param person who is in charge, by name, whether with an account or not
 * @param state late if a quarter is, done if all are
 */
record WorkBody(
        UUID id,
        UUID unitId,
        int year,
        String title,
        @Nullable UUID periodId,
        @Nullable String area,
        @Nullable String areaLabel,
        @Nullable Integer month,
        @Nullable UUID personId,
        String person,
        List<ServedQuestion> questions,
        @Nullable String output,
        List<LinkedActivity> activities,
        List<QuarterBody> quarters,
        State state,
        long revision) {

    /** A question that the work serves. */
    record ServedQuestion(String code, String label) {}

    /** An activity that shows what was done. */
    record LinkedActivity(UUID id, String title, LocalDate date) {}

    /** What is planned in a quarter, and what was done. */
    record QuarterBody(
            int quarter,
            State state,
            @Nullable String note,
            @Nullable PersonName doneBy,
            @Nullable Instant doneAt) {}

    /**
     * The plan of a unit for a year.
     *
     * @param mayChange whether the caller may plan and report
     * @param lastYear how many are planned for the year before and could be copied
     */
    record ProgrammeBody(
            UUID unitId, String unitName, int year, List<WorkBody> works, boolean mayChange, int lastYear) {}

    /** Planned quarters of all the work of a unit, counted. */
    record QuarterCount(int quarter, int planned, int done, int late) {}

    /**
     * How far a unit is with its plan.
     *
     * @param works how many are planned
     */
    record UnitProgress(
            UUID unitId,
            String unitName,
            @Nullable UUID parentId,
            int works,
            int done,
            int late,
            List<QuarterCount> quarters) {}

    /** How many were copied from the year before. */
    record CopiedWork(int added) {}

    /** What is planned for a question of a sheet. */
    record PlannedForQuestion(UUID id, String code, String title, List<Integer> quarters, State state) {}
}
