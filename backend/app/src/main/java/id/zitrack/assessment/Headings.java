package id.zitrack.assessment;

import static java.util.stream.Collectors.toMap;

import id.zitrack.identity.Stage;
import id.zitrack.instrument.Instrument;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.organization.PeriodView;
import id.zitrack.organization.UnitView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands above an assessment wherever it is shown: unit, period, instrument, and how late it is. */
@Component
public class Headings {
    private final OrganizationLookup organization;
    private final Instruments instruments;
    private final Deadlines deadlines;

    Headings(OrganizationLookup organization, Instruments instruments, Deadlines deadlines) {
        this.organization = organization;
        this.instruments = instruments;
        this.deadlines = deadlines;
    }

    /** A unit by name. */
    public record UnitName(UUID id, String name, String shortName) {}

    /** A period with its dates. */
    public record PeriodDates(
            UUID id,
            String name,
            int year,
            @Nullable LocalDate opensOn,
            @Nullable LocalDate unitDeadline,
            @Nullable LocalDate reviewDeadline,
            @Nullable LocalDate nominationDeadline) {}

    /** An instrument by title, in the language of the request. */
    public record InstrumentTitle(String id, String version, String title, String hash) {}

    /**
     * What stands above one assessment.
     *
     * @param due until when whoever has it now should be done; null if nothing is set
     * @param lateDays how many days the unit is late; 0 if it is not
     * @param overdueDays how many days {@code due} has passed, whoever has it now
     */
    public record Heading(
            UnitName unit,
            PeriodDates period,
            InstrumentTitle instrument,
            @Nullable LocalDate due,
            int lateDays,
            int overdueDays) {}

    /** The headings of some assessments of one institution, by assessment id. */
    public Map<UUID, Heading> of(Collection<AssessmentLine> lines) {
        var units = organization.units(
                lines.stream().map(AssessmentLine::unitId).distinct().toList());
        var periods = lines.stream()
                .map(AssessmentLine::periodId)
                .distinct()
                .flatMap(it -> organization.period(it).stream())
                .collect(toMap(PeriodView::id, it -> it));
        return lines.stream()
                .collect(toMap(AssessmentLine::id, it -> of(it, units.get(it.unitId()), periods.get(it.periodId()))));
    }

    /** The heading of one assessment. */
    public Heading of(AssessmentLine line) {
        return of(
                line,
                organization.unit(line.unitId()).orElse(null),
                organization.period(line.periodId()).orElse(null));
    }

    private Heading of(AssessmentLine line, @Nullable UnitView unit, @Nullable PeriodView period) {
        var due = due(line, period);
        return new Heading(
                unit == null ? new UnitName(line.unitId(), "–", "–") : name(unit),
                period == null ? new PeriodDates(line.periodId(), "–", 0, null, null, null, null) : dates(period),
                title(instruments.get(line.instrument(), line.institutionId())),
                due,
                lateDays(line.stage(), due),
                deadlines.daysPast(due));
    }

    /** A unit by name. */
    public static UnitName name(UnitView unit) {
        return new UnitName(unit.id(), unit.name(), unit.shortName());
    }

    /** A period with its dates. */
    public static PeriodDates dates(PeriodView period) {
        return new PeriodDates(
                period.id(),
                period.name(),
                period.year(),
                period.opensOn(),
                period.unitDeadline(),
                period.reviewDeadline(),
                period.nominationDeadline());
    }

    /** An instrument by title. */
    public static InstrumentTitle title(Instrument instrument) {
        return new InstrumentTitle(
                instrument.key().id(),
                instrument.key().version(),
                instrument.title().in(RequestLanguage.get()),
                instrument.hash());
    }

    /** How many days a unit without a submitted sheet is late; 0 without a date. */
    public int lateDays(@Nullable Stage stage, @Nullable LocalDate due) {
        return stage == null || stage.isWithUnit() ? deadlines.daysPast(due) : 0;
    }

    /** The day it is where deadlines are announced. */
    public LocalDate today() {
        return deadlines.today();
    }

    /** Until when a repair that begins today is due by the window of the period; null if it has none. */
    public @Nullable LocalDate repairDue(UUID periodId) {
        return deadlines.repairDue(periodId);
    }

    private static @Nullable LocalDate due(AssessmentLine line, @Nullable PeriodView period) {
        return switch (line.stage()) {
            case DRAFT -> period == null ? null : period.unitDeadlineOf(line.unitId());
            case RETURNED -> line.due();
            case SUBMITTED, UNDER_REVIEW, WITH_LEAD, WITH_CONTROLLER ->
                period == null ? null : reviewDeadline(period, line.submittedAt());
            case SELECTION_FAILED -> period == null ? null : period.appealUntil();
            default -> null;
        };
    }

    private static @Nullable LocalDate reviewDeadline(PeriodView period, @Nullable Instant submittedAt) {
        return submittedAt == null
                ? period.reviewDeadline()
                : period.reviewDeadlineFor(submittedAt.atZone(Deadlines.ZONE).toLocalDate());
    }
}
