package id.zitrack.organization;

import id.zitrack.platform.Line;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator enters for a period. What is null stays as it is; a date that is set already moves by
 * {@link MoveRequest} only.
 */
record PeriodRequest(
        @NotBlank @Line(max = 120) String name,
        @NotNull @Min(2000) @Max(2100) Integer year,
        @NotBlank @Line(max = 60) String instrumentId,
        @NotBlank @Line(max = 20) String instrumentVersion,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate unitDeadline,
        @Nullable LocalDate reviewDeadline,
        @Nullable LocalDate nominationDeadline,
        @Nullable @Size(max = Period.MOST_ROUNDS) List<@NotNull @Valid RoundRequest> rounds,
        @Nullable @Min(1) @Max(90) Integer repairDays,
        @Nullable Boolean repairInWorkingDays,
        @Nullable LocalDate appealFrom,
        @Nullable LocalDate appealUntil,
        @Nullable Boolean closesAutomatically,
        @Nullable Boolean withController) {

    /** A round in which the TPI judges. */
    record RoundRequest(
            @NotBlank @Line(max = 60) String name,
            @NotNull LocalDate from,
            @NotNull LocalDate until) {}

    Period.Details details() {
        return new Period.Details(
                name.strip(),
                year,
                instrumentId,
                instrumentVersion,
                opensOn,
                unitDeadline,
                reviewDeadline,
                nominationDeadline,
                rounds == null
                        ? null
                        : rounds.stream()
                                .map(it -> new ReviewRound(it.name().strip(), it.from(), it.until()))
                                .toList(),
                repairDays == null ? null : new RepairWindow(repairDays, Objects.equals(repairInWorkingDays, true)),
                appealFrom,
                appealUntil,
                closesAutomatically,
                withController);
    }
}
