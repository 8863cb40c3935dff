package id.zitrack.readiness;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import id.zitrack.assessment.AssessmentLine;
import id.zitrack.assessment.AssessmentLookup;
import id.zitrack.assessment.GateView;
import id.zitrack.assessment.Headings;
import id.zitrack.assessment.Standing;
import id.zitrack.catalog.InstrumentCatalog;
import id.zitrack.evidence.EvidenceLookup;
import id.zitrack.identity.Action;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Instrument;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.organization.PeriodView;
import id.zitrack.organization.UnitView;
import id.zitrack.platform.NotThere;
import id.zitrack.precondition.JudgedPreconditions;
import id.zitrack.precondition.PreconditionLookup;
import id.zitrack.review.ReviewLine;
import id.zitrack.review.ReviewLookup;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Seeing which units are ready, from the stored standings of assessments and reviews. */
@Component
class ViewingReadiness {
    private final OrganizationLookup organization;
    private final AssessmentLookup assessments;
    private final ReviewLookup reviews;
    private final EvidenceLookup evidence;
    private final PreconditionLookup preconditions;
    private final InstrumentCatalog instruments;
    private final Headings headings;
    private final CurrentPerson current;
    private final Clock clock;

    ViewingReadiness(
            OrganizationLookup organization,
            AssessmentLookup assessments,
            ReviewLookup reviews,
            EvidenceLookup evidence,
            PreconditionLookup preconditions,
            InstrumentCatalog instruments,
            Headings headings,
            CurrentPerson current,
            Clock clock) {
        this.organization = organization;
        this.assessments = assessments;
        this.reviews = reviews;
        this.evidence = evidence;
        this.preconditions = preconditions;
        this.instruments = instruments;
        this.headings = headings;
        this.current = current;
        this.clock = clock;
    }

    /** One unit with every gate and precondition. */
    record UnitPage(
            Headings.PeriodDates period,
            UnitReadiness row,
            Headings.@Nullable InstrumentTitle instrument,
            GateView.@Nullable Both gates,
            JudgedPreconditions preconditions) {}

    /** All units the caller may see, whether they have begun or not. */
    Readiness of(@Nullable UUID periodId) {
        var period = period(periodId);
        var begun = assessments.ofPeriod(period.id()).stream().collect(toMap(AssessmentLine::unitId, it -> it));
        var judged = reviews.lines(begun.values());
        var units = organization.unitsOf(period.institutionId());
        var seen = units.stream()
                .filter(it -> Action.SEE_READINESS.isFor(current.rolesOn(it.id())))
                .toList();
        var recorded = preconditions.of(period, seen.stream().map(UnitView::id).toList(), language());
        var rows = seen.stream()
                .map(it -> row(period, it, begun.get(it.id()), judged, Objects.requireNonNull(recorded.get(it.id()))))
                .toList();
        var health = rows.size() == units.size() ? evidence.health(period.institutionId()) : null;
        return new Readiness(Headings.dates(period), clock.instant(), headline(rows), rows, blockers(rows), health);
    }

    /** One unit in detail. */
    UnitPage ofUnit(UUID unitId, @Nullable UUID periodId) {
        var period = period(periodId);
        var unit = organization.unit(unitId).orElseThrow(() -> new NotThere("unit", unitId));
        var recorded = preconditions.of(period, unitId, language());
        var assessment = assessments.ofUnit(unitId, period.id()).orElse(null);
        if (assessment == null) {
            return new UnitPage(
                    Headings.dates(period), row(period, unit, null, Map.of(), recorded), null, null, recorded);
        }
        var judged = reviews.lines(List.of(assessment));
        var instrument = instrument(assessment);
        var standing = judge(assessment, judged.get(assessment.id())).standing();
        return new UnitPage(
                Headings.dates(period),
                row(period, unit, assessment, judged, recorded),
                Headings.title(instrument),
                new GateView.Both(gates(instrument, standing, Award.WBK), gates(instrument, standing, Award.WBBM)),
                recorded);
    }

    /** Everybody who is late, the latest first. */
    LateUnits late(@Nullable UUID periodId) {
        var period = period(periodId);
        var begun = assessments.ofPeriod(period.id()).stream().collect(toMap(AssessmentLine::unitId, it -> it));
        var above = headings.of(begun.values());
        var rows = organization.unitsOf(period.institutionId()).stream()
                .filter(it -> Action.SEE_READINESS.isFor(current.rolesOn(it.id())))
                .flatMap(it -> late(period, it, begun.get(it.id()), above))
                .sorted(Comparator.comparing(LateUnits.Late::days)
                        .reversed()
                        .thenComparing(it -> it.unit().name()))
                .toList();
        return new LateUnits(Headings.dates(period), headings.today(), rows);
    }

    private Stream<LateUnits.Late> late(
            PeriodView period, UnitView unit, @Nullable AssessmentLine assessment, Map<UUID, Headings.Heading> above) {
        var heading = assessment == null ? null : above.get(assessment.id());
        var due = heading == null ? period.unitDeadlineOf(unit.id()) : heading.due();
        int days = heading == null ? headings.lateDays(null, due) : heading.overdueDays();
        boolean over = assessment != null && !assessment.stage().isInHand();
        if (due == null || days == 0 || over) {
            return Stream.empty();
        }
        return Stream.of(new LateUnits.Late(
                Headings.name(unit),
                assessment == null ? null : assessment.id(),
                assessment == null ? null : assessment.stage(),
                assessment != null && assessment.stage().isWithTpi() ? LateUnits.Turn.TPI : LateUnits.Turn.UNIT,
                due,
                period.extendedUntil().containsKey(unit.id()),
                days));
    }

    private UnitReadiness row(
            PeriodView period,
            UnitView unit,
            @Nullable AssessmentLine assessment,
            Map<UUID, ReviewLine> judged,
            JudgedPreconditions recorded) {
        if (assessment == null) {
            return new UnitReadiness(
                    Headings.name(unit),
                    unit.parentId(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    0,
                    0,
                    headings.lateDays(null, period.unitDeadlineOf(unit.id())));
        }
        var judgement = judge(assessment, judged.get(assessment.id()));
        var instrument = instrument(assessment);
        return new UnitReadiness(
                Headings.name(unit),
                unit.parentId(),
                assessment.id(),
                assessment.stage(),
                assessment.standing().totals(),
                judgement.basis() == UnitReadiness.Basis.TPI
                        ? judgement.standing().totals()
                        : null,
                judgement.basis(),
                AreaReadiness.of(instrument, judgement.standing()),
                AwardReadiness.of(instrument, judgement.standing(), Award.WBK, recorded.wbk()),
                AwardReadiness.of(instrument, judgement.standing(), Award.WBBM, recorded.wbbm()),
                assessment.standing().answered(),
                assessment.standing().total(),
                headings.of(assessment).lateDays());
    }

    private static Judgement judge(AssessmentLine assessment, @Nullable ReviewLine review) {
        return review != null && review.isComplete()
                ? new Judgement(UnitReadiness.Basis.TPI, review.standing())
                : new Judgement(UnitReadiness.Basis.UNIT, assessment.standing());
    }

    private record Judgement(UnitReadiness.Basis basis, Standing standing) {}

    private static Readiness.Headline headline(List<UnitReadiness> rows) {
        return new Readiness.Headline(
                rows.size(),
                (int) rows.stream()
                        .map(UnitReadiness::wbk)
                        .filter(Objects::nonNull)
                        .filter(AwardReadiness::isReady)
                        .count(),
                (int) rows.stream()
                        .map(UnitReadiness::wbk)
                        .filter(Objects::nonNull)
                        .filter(AwardReadiness::isOneShort)
                        .count(),
                (int) rows.stream()
                        .map(UnitReadiness::wbbm)
                        .filter(Objects::nonNull)
                        .filter(AwardReadiness::isReady)
                        .count(),
                (int) rows.stream().filter(it -> it.lateDays() > 0).count());
    }

    private static List<Readiness.Blocker> blockers(List<UnitReadiness> rows) {
        return rows.stream()
                .flatMap(it -> Optional.ofNullable(it.wbk()).stream())
                .flatMap(it -> Stream.concat(
                        it.missing().stream().map(gate -> new Obstacle(gate.id(), gate.label(), false)),
                        it.preconditions().stream().map(one -> new Obstacle(one.id(), one.label(), true))))
                .collect(groupingBy(it -> it, counting()))
                .entrySet()
                .stream()
                .map(it -> new Readiness.Blocker(
                        it.getKey().id(),
                        it.getKey().label(),
                        it.getKey().precondition(),
                        it.getValue().intValue()))
                .sorted(Comparator.comparing(Readiness.Blocker::units)
                        .reversed()
                        .thenComparing(Readiness.Blocker::gate))
                .toList();
    }

    private record Obstacle(String id, String label, boolean precondition) {}

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }

    private static List<GateView> gates(Instrument instrument, Standing standing, Award award) {
        return instrument.gates(award).stream()
                .flatMap(gate -> standing.gates(award).stream()
                        .filter(it -> it.id().equals(gate.id()))
                        .map(it -> GateView.of(gate, it)))
                .toList();
    }

    private PeriodView period(@Nullable UUID id) {
        var periods = organization.periodsOf(current.institutionId());
        return periods.stream()
                .filter(it -> id == null || it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotThere("period", id == null ? "at all" : id));
    }

    private Instrument instrument(AssessmentLine assessment) {
        return instruments
                .find(assessment.instrument(), assessment.institutionId())
                .orElseThrow(() -> new IllegalStateException(
                        "Instrument " + assessment.instrument() + " is no longer in the catalog"));
    }
}
