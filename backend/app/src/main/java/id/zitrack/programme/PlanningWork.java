package id.zitrack.programme;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import id.zitrack.activity.ActivityLookup;
import id.zitrack.activity.ActivityLookup.ActivityName;
import id.zitrack.catalog.InstrumentCatalog;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.Role;
import id.zitrack.instrument.Area;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.instrument.Question;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.organization.PeriodView;
import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Recording;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Planning a unit's work of a year and saying what was done: the one place through which all changes go. */
@Component
class PlanningWork {
    static final int MOST_IN_A_YEAR = 200;

    private final Programme programme;
    private final ShowingProgramme showing;
    private final OrganizationLookup organization;
    private final InstrumentCatalog instruments;
    private final ActivityLookup activities;
    private final PersonLookup people;
    private final Recording recording;
    private final CurrentPerson current;
    private final Clock clock;

    PlanningWork(
            Programme programme,
            ShowingProgramme showing,
            OrganizationLookup organization,
            InstrumentCatalog instruments,
            ActivityLookup activities,
            PersonLookup people,
            Recording recording,
            CurrentPerson current,
            Clock clock) {
        this.programme = programme;
        this.showing = showing;
        this.organization = organization;
        this.instruments = instruments;
        this.activities = activities;
        this.people = people;
        this.recording = recording;
        this.current = current;
        this.clock = clock;
    }

    PlannedWork plan(UUID unitId, int year, WorkRequest request) {
        var about = checked(unitId, year, request);
        if (programme.of(unitId, year).size() >= MOST_IN_A_YEAR) {
            throw new ProgrammeFull(year, MOST_IN_A_YEAR);
        }
        return programme.insert(PlannedWork.of(
                UUID.randomUUID(),
                current.institutionId(),
                unitId,
                year,
                about,
                request.planned(),
                current.id(),
                now()));
    }

    PlannedWork describe(UUID id, long seen, WorkRequest request) {
        return change(id, seen, it -> it.describe(checked(it.unitId(), it.year(), request), request.planned()));
    }

    PlannedWork report(UUID id, int quarter, long seen, boolean done, @Nullable String note) {
        return change(id, seen, it -> it.report(quarter, note, current.id(), done ? now() : null));
    }

    void remove(UUID id, long seen) {
        var work = unchanged(id, seen);
        try {
            recording.remove(work);
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            throw changedMeanwhile(find(id));
        }
    }

    /**
     * Plans in a year what the unit planned in the year before; what is there already is not planned again.
     *
     * @return how many were added
     */
    int copyFromLastYear(UUID unitId, int year) {
        var target = periods(year);
        int room = MOST_IN_A_YEAR - programme.of(unitId, year).size();
        int added = 0;
        for (var old : programme.of(unitId, year - 1)) {
            if (added >= room) {
                throw new ProgrammeFull(year, MOST_IN_A_YEAR);
            }
            var copy = PlannedWork.of(
                    copyId(old.id(), year),
                    old.institutionId(),
                    unitId,
                    year,
                    carried(old.about(), target),
                    old.quarters().stream().map(PlannedWork.Quarter::number).collect(toCollection(TreeSet::new)),
                    current.id(),
                    now());
            try {
                programme.insert(copy);
                added++;
            } catch (DuplicateKeyException copiedBefore) {
                continue;
            }
        }
        return added;
    }

    /** The same for the same work and year, so that copying twice, or twice at once, adds nothing twice. */
    private static UUID copyId(UUID old, int year) {
        return UUID.nameUUIDFromBytes((old + ":" + year).getBytes(StandardCharsets.UTF_8));
    }

    /** What serves questions goes on with the period of the same instrument, if there is exactly one. */
    private PlannedWork.About carried(PlannedWork.About old, List<PeriodView> target) {
        var oldPeriod = Optional.ofNullable(old.periodId()).flatMap(organization::period);
        var fitting = target.stream()
                .filter(it -> oldPeriod
                        .filter(before -> before.instrumentId().equals(it.instrumentId()))
                        .isPresent())
                .toList();
        var period = fitting.size() == 1 ? fitting.get(0) : null;
        var instrument = period == null ? null : instrument(period);
        return new PlannedWork.About(
                old.title(),
                period == null ? null : period.id(),
                instrument == null || !hasArea(instrument, old.area()) ? null : old.area(),
                old.month(),
                old.personId(),
                old.person(),
                instrument == null
                        ? List.of()
                        : old.codes().stream()
                                .filter(it -> isQuestion(instrument, it))
                                .toList(),
                old.output(),
                List.of());
    }

    private PlannedWork.About checked(UUID unitId, int year, WorkRequest request) {
        var about = request.about();
        if (about.personId() == null == (about.person() == null)) {
            throw new InvalidRequest("person", "Pilih penanggung jawab, atau tulis namanya.");
        }
        if (about.personId() != null && !isOfUnit(about.personId(), unitId)) {
            throw new InvalidRequest("personId", "Orang ini bukan koordinator unit.");
        }
        requireQuestions(year, about);
        var known = activities.byIds(about.activityIds()).stream()
                .filter(it -> it.unitId().equals(unitId))
                .map(ActivityName::id)
                .collect(toSet());
        if (!known.containsAll(about.activityIds())) {
            throw new InvalidRequest("activityIds", "Kegiatan ini tidak ada, atau milik unit lain.");
        }
        return about;
    }

    private void requireQuestions(int year, PlannedWork.About about) {
        if (about.periodId() == null) {
            if (about.area() != null || !about.codes().isEmpty()) {
                throw new InvalidRequest("periodId", "Pilih periode yang pertanyaannya dilayani.");
            }
            return;
        }
        var period = periods(year).stream()
                .filter(it -> it.id().equals(about.periodId()))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest("periodId", "Periode ini bukan dari tahun rencana."));
        var instrument = instrument(period);
        if (about.area() != null && !hasArea(instrument, about.area())) {
            throw new InvalidRequest("area", "Area ini tidak ada di instrumen periode.");
        }
        if (!about.codes().stream().allMatch(it -> isQuestion(instrument, it))) {
            throw new InvalidRequest("codes", "Ada pertanyaan yang tidak ada di instrumen periode.");
        }
    }

    private List<PeriodView> periods(int year) {
        return organization.periodsOf(current.institutionId()).stream()
                .filter(it -> it.year() == year)
                .toList();
    }

    private Instrument instrument(PeriodView period) {
        var key = new InstrumentKey(period.instrumentId(), period.instrumentVersion());
        return instruments
                .find(key, period.institutionId())
                .orElseThrow(() -> new IllegalStateException("Instrument " + key + " is no longer in the catalog"));
    }

    private static boolean hasArea(Instrument instrument, @Nullable String area) {
        return instrument.areas().stream().map(Area::code).anyMatch(it -> it.equals(area));
    }

    private static boolean isQuestion(Instrument instrument, String code) {
        return instrument.find(code).filter(Question.class::isInstance).isPresent();
    }

    private boolean isOfUnit(UUID person, UUID unitId) {
        return people.on(unitId).stream()
                .anyMatch(it -> it.id().equals(person) && it.roles().stream().anyMatch(Role::isOfUnit));
    }

    private PlannedWork change(UUID id, long seen, Consumer<PlannedWork> change) {
        var work = unchanged(id, seen);
        change.accept(work);
        try {
            return programme.save(work);
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            throw changedMeanwhile(find(id));
        }
    }

    private PlannedWork unchanged(UUID id, long seen) {
        var work = find(id);
        if (work.revision() != seen) {
            throw changedMeanwhile(work);
        }
        return work;
    }

    private ChangedMeanwhile changedMeanwhile(PlannedWork now) {
        return new ChangedMeanwhile("Work " + now.id(), showing.of(now));
    }

    private PlannedWork find(UUID id) {
        return programme.findById(id).orElseThrow(() -> new NotThere("work", id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
