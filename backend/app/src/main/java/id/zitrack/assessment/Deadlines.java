package id.zitrack.assessment;

import id.zitrack.organization.OrganizationLookup;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Days as deadlines count them, and whether one locks the answers. */
@Component
class Deadlines {
    /** Deadlines are announced in western Indonesian time (WIB). */
    static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final OrganizationLookup organization;
    private final Clock clock;

    Deadlines(OrganizationLookup organization, Clock clock) {
        this.organization = organization;
        this.clock = clock;
    }

    /** The day it is where deadlines are announced. */
    LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** How many days a day has passed; 0 if it has not, or is not set. */
    int daysPast(@Nullable LocalDate due) {
        return due == null ? 0 : (int) Math.max(0, ChronoUnit.DAYS.between(due, today()));
    }

    /** Until when a repair that begins today is due by the window of the period; null if it has none. */
    @Nullable
    LocalDate repairDue(UUID periodId) {
        return organization
                .period(periodId)
                .flatMap(it -> Optional.ofNullable(it.repairWindow()))
                .map(it -> it.endAfter(today()))
                .orElse(null);
    }

    /** @throws DeadlinePassed if the period locks answers and the deadline of the unit has passed */
    void requireNotPassed(AssessmentView assessment) {
        var due = lockedSince(assessment);
        if (due != null) {
            throw new DeadlinePassed(due);
        }
    }

    /** The deadline that locks the answers; null if none does. */
    @Nullable
    LocalDate lockedSince(AssessmentView assessment) {
        if (!assessment.stage().isWithUnit()) {
            return null;
        }
        return organization
                .period(assessment.periodId())
                .filter(it -> it.closesAutomatically())
                .map(it -> assessment.submittedAt() == null ? it.unitDeadlineOf(assessment.unitId()) : assessment.due())
                .filter(it -> daysPast(it) > 0)
                .orElse(null);
    }
}
