package id.zitrack.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A period of assessment as other rooms may name it; the dates move by letter and are null until set. */
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
        @Nullable LocalDate nominationDeadline) {}
