package id.zitrack.evidence;

import id.zitrack.assessment.AssessmentLookup;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.organization.PeriodView;
import id.zitrack.storage.FileLookup;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an assessor would ask about a piece of evidence, told to the unit before it is asked. Warnings are slugs that
 * the screens put into words; none of them blocks anything.
 */
@Component
class Warnings {

    /** Documents that carry a number by the rules of official correspondence; a photo or an attendance list has none. */
    private static final Set<String> NUMBERED = Set.of("decree", "letter", "invitation", "sop");

    /** Documents that say nothing without somebody who answers for them; a photo or a screenshot has no signer. */
    private static final Set<String> SIGNED = Set.of("decree", "letter", "invitation", "minutes", "report", "sop");

    /** What is written before an activity, and what during or after it. */
    private static final Set<String> WRITTEN_BEFORE = Set.of("invitation");

    private static final Set<String> WRITTEN_AFTER = Set.of("attendance", "minutes", "photo", "report");

    /**
     * An assessment looks at its own year and at the one before, whose results it counts. This is our rule to find
     * documents of another year, not a regulation's.
     */
    private static final int YEARS_BEFORE = 1;

    /** Eastern Indonesia (WIT) reaches a date first; a document dated later than that is from tomorrow. */
    private static final ZoneId EARLIEST_ZONE = ZoneId.of("Asia/Jayapura");

    private final FileUses uses;
    private final FileLookup files;
    private final List<DateCheck> dateChecks;
    private final AssessmentLookup assessments;
    private final OrganizationLookup organization;
    private final Clock clock;

    Warnings(
            FileUses uses,
            FileLookup files,
            List<DateCheck> dateChecks,
            AssessmentLookup assessments,
            OrganizationLookup organization,
            Clock clock) {
        this.uses = uses;
        this.files = files;
        this.dateChecks = dateChecks;
        this.assessments = assessments;
        this.organization = organization;
        this.clock = clock;
    }

    /** The warnings of each record of one institution, by its id. */
    Map<UUID, List<String>> of(Collection<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return Map.of();
        }
        var unitsByFile = unitsByFile(evidence);
        var scans = new HashSet<String>();
        var formulas = new HashSet<String>();
        for (var file : files.find(
                        evidence.stream().map(it -> it.current().sha256()).toList())
                .values()) {
            if (Boolean.FALSE.equals(file.textLayer())) {
                scans.add(file.sha256());
            }
            if (Boolean.TRUE.equals(file.formulas())) {
                formulas.add(file.sha256());
            }
        }
        var disagreeing = disagreeing(evidence);
        var periods = new HashMap<UUID, Optional<PeriodView>>();
        var warnings = new HashMap<UUID, List<String>>();
        for (var it : evidence) {
            var own = new ArrayList<>(aboutDetails(it.details(), LocalDate.now(clock.withZone(EARLIEST_ZONE))));
            var years = new TreeMap<Integer, Instant>();
            for (var link : it.links()) {
                periods.computeIfAbsent(link.assessmentId(), this::periodOf)
                        .ifPresent(period -> years.merge(period.year(), link.at(), Warnings::earlier));
            }
            if (years.keySet().stream().anyMatch(year -> isOutside(it.details(), year))) {
                own.add("outside-period");
            }
            if (isOfAnEarlierYear(it.details(), it.current().at(), years)) {
                own.add("last-years-file");
            }
            if (disagreeing.contains(it.id())) {
                own.add("activity-dates-disagree");
            }
            var sha256 = it.current().sha256();
            if (unitsByFile.getOrDefault(sha256, Set.of()).stream().anyMatch(unit -> !unit.equals(it.unitId()))) {
                own.add("same-file-other-unit");
            }
            if (scans.contains(sha256)) {
                own.add("no-text-layer");
            }
            if (formulas.contains(sha256)) {
                own.add("formula-cells");
            }
            warnings.put(it.id(), own);
        }
        return warnings;
    }

    /** What the description alone shows. */
    static List<String> aboutDetails(Details details, LocalDate today) {
        var warnings = new ArrayList<String>();
        var type = details.docType();
        if (details.documentDate() == null && details.activityDate() == null) {
            warnings.add("no-date");
        }
        if (details.number() == null && type != null && NUMBERED.contains(type)) {
            warnings.add("no-number");
        }
        if (details.signer() == null && type != null && SIGNED.contains(type)) {
            warnings.add("unsigned");
        }
        if (details.validUntil() != null && details.validUntil().isBefore(today)) {
            warnings.add("validity-ended");
        }
        if (datesDisagree(type, details.documentDate(), details.activityDate(), today)) {
            warnings.add("dates-disagree");
        }
        return warnings;
    }

    private static boolean datesDisagree(
            @Nullable String type, @Nullable LocalDate document, @Nullable LocalDate activity, LocalDate today) {
        if (document == null) {
            return false;
        }
        if (document.isAfter(today)) {
            return true;
        }
        if (type == null || activity == null) {
            return false;
        }
        return (WRITTEN_BEFORE.contains(type) && document.isAfter(activity))
                || (WRITTEN_AFTER.contains(type) && document.isBefore(activity));
    }

    /** Whether what the evidence covers does not touch the years an assessment looks at. */
    static boolean isOutside(Details details, int year) {
        var dates = Stream.of(
                        details.periodFrom(),
                        details.periodUntil(),
                        details.validFrom(),
                        details.validUntil(),
                        details.activityDate(),
                        details.documentDate())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (dates.isEmpty()) {
            return false;
        }
        var first = firstOf(details.periodFrom(), details.validFrom()).orElse(dates.get(0));
        var last = firstOf(details.periodUntil(), details.validUntil()).orElse(dates.get(dates.size() - 1));
        return last.getYear() < year - YEARS_BEFORE || first.getYear() > year;
    }

    /**
     * Whether the file proved something in an earlier year already, has not been replaced since, and does not say that
     * it still holds.
     *
     * @param since when the file came
     * @param years the years it is used in, each with the moment of its first use
     */
    static boolean isOfAnEarlierYear(Details details, Instant since, SortedMap<Integer, Instant> years) {
        if (years.size() < 2 || since.isAfter(Objects.requireNonNull(years.get(years.lastKey())))) {
            return false;
        }
        var until = details.validUntil();
        return until == null || until.getYear() < years.lastKey();
    }

    private static Optional<LocalDate> firstOf(@Nullable LocalDate one, @Nullable LocalDate other) {
        return Optional.ofNullable(one == null ? other : one);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Those of these records whose dates somebody knows better. */
    private Set<UUID> disagreeing(Collection<Evidence> evidence) {
        var dated = evidence.stream()
                .map(it -> new DateCheck.Dated(
                        it.id(), it.details().activityDate(), it.details().documentDate()))
                .toList();
        return dateChecks.stream().flatMap(it -> it.disagreeing(dated).stream()).collect(Collectors.toSet());
    }

    private Map<String, Set<UUID>> unitsByFile(Collection<Evidence> evidence) {
        var institutionId = evidence.iterator().next().institutionId();
        var hashes =
                evidence.stream().map(it -> it.current().sha256()).distinct().toList();
        var units = new HashMap<String, Set<UUID>>();
        for (var it : uses.ofInstitution(institutionId, hashes)) {
            units.computeIfAbsent(it.current().sha256(), hash -> new HashSet<>())
                    .add(it.unitId());
        }
        return units;
    }

    private Optional<PeriodView> periodOf(UUID assessmentId) {
        return assessments.find(assessmentId).flatMap(it -> organization.period(it.periodId()));
    }
}
