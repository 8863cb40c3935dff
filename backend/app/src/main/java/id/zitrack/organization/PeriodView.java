package id.zitrack.organization;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A period of assessment as other rooms may name it; the dates move by letter and are null until set.
 *
 * @param repairWindow how long a unit may repair what came back; null while nothing is set
 * @param appealUntil the last day for an appeal against the administrative selection
 * @param closesAutomatically whether answers lock when the deadline of the unit has passed
 * @param withController whether a controller of the TPI must see a sheet before it is accepted
 * @param extendedUntil the units that have more time, and until when
 */
public record PeriodView(
        UUID id,
        UUID institutionId,
        String name,
        int year,
        String instrumentId,
        String instrumentVersion,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate unitDeadline,
        @Nullable LocalDate reviewDeadline,
        @Nullable LocalDate nominationDeadline,
        List<ReviewRound> rounds,
        @Nullable RepairWindow repairWindow,
        @Nullable LocalDate appealUntil,
        boolean closesAutomatically,
        boolean withController,
        Map<UUID, LocalDate> extendedUntil) {

    /** Until when one unit should submit; an extension never shortens the deadline of all. */
    public @Nullable LocalDate unitDeadlineOf(UUID unitId) {
        var extended = extendedUntil.get(unitId);
        if (unitDeadline == null || extended == null || extended.isBefore(unitDeadline)) {
            return unitDeadline;
        }
        return extended;
    }

    /** Until when the TPI should judge what came in on a day: the end of the round, else the deadline of the review. */
    public @Nullable LocalDate reviewDeadlineFor(LocalDate submitted) {
        return rounds.stream()
                .filter(it -> !it.until().isBefore(submitted))
                .min(Comparator.comparing(ReviewRound::until))
                .map(ReviewRound::until)
                .orElse(reviewDeadline);
    }
}
