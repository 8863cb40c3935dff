package id.zitrack.readiness;

import id.zitrack.assessment.Headings;
import id.zitrack.identity.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is late in a period, and by how much.
 *
 * @param today the day it is where deadlines are announced (WIB)
 */
record LateUnits(Headings.PeriodDates period, LocalDate today, List<Late> late) {

    /**
     * One sheet that should be further.
     *
     * @param assessmentId null if the unit has not begun
     * @param turn who has it now
     * @param extended whether the unit was given more time than the others
     * @param days how many days it is late
     */
    record Late(
            Headings.UnitName unit,
            @Nullable UUID assessmentId,
            @Nullable Stage stage,
            Turn turn,
            LocalDate due,
            boolean extended,
            int days) {}

    /** Who should act. */
    enum Turn {
        UNIT,
        TPI
    }
}
