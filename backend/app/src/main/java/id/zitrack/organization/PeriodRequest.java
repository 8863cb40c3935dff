package id.zitrack.organization;

import id.zitrack.platform.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an administrator enters for a period. */
record PeriodRequest(
        @NotBlank @Line(max = 120) String name,
        @NotNull @Min(2000) @Max(2100) Integer year,
        @NotBlank @Line(max = 60) String instrumentId,
        @NotBlank @Line(max = 20) String instrumentVersion,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate unitDeadline,
        @Nullable LocalDate reviewDeadline,
        @Nullable LocalDate nominationDeadline) {

    Period.Details details() {
        return new Period.Details(
                name.strip(),
                year,
                instrumentId,
                instrumentVersion,
                opensOn,
                unitDeadline,
                reviewDeadline,
                nominationDeadline);
    }
}
