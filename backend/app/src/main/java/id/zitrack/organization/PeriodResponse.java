package id.zitrack.organization;

import java.time.LocalDate;
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
        long revision) {

    static PeriodResponse of(Period period, String instrumentTitle) {
        var details = period.details();
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
                period.revision());
    }
}
