package id.zitrack.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A period as the API shows it. */
record PeriodResponse(
        UUID id,
        String name,
        int year,
        String instrumentId,
        String instrumentVersion,
        String instrumentTitle,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate unitDeadline,
        @Nullable LocalDate reviewDeadline,
        @Nullable LocalDate nominationDeadline,
        List<ReviewRound> rounds,
        @Nullable Integer repairDays,
        boolean repairInWorkingDays,
        @Nullable LocalDate appealFrom,
        @Nullable LocalDate appealUntil,
        boolean closesAutomatically,
        boolean withController,
        long revision) {

    static PeriodResponse of(Period period, String instrumentTitle) {
        var details = period.details();
        var repair = details.repairWindow();
        return new PeriodResponse(
                period.id(),
                details.name(),
                details.year(),
                details.instrumentId(),
                details.instrumentVersion(),
                instrumentTitle,
                details.opensOn(),
                details.unitDeadline(),
                details.reviewDeadline(),
                details.nominationDeadline(),
                details.allRounds(),
                repair == null ? null : repair.days(),
                repair != null && repair.workingDays(),
                details.appealFrom(),
                details.appealUntil(),
                Objects.equals(details.closesAutomatically(), true),
                Objects.equals(details.withController(), true),
                period.revision());
    }
}
