package id.zitrack.programme;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.zitrack.activity.ActivityLookup;
import id.zitrack.activity.ActivityLookup.ActivityName;
import id.zitrack.assessment.Headings;
import id.zitrack.assessment.PersonName;
import id.zitrack.assessment.SheetQuestions;
import id.zitrack.catalog.InstrumentCatalog;
import id.zitrack.identity.Action;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.PersonView;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.organization.UnitView;
import id.zitrack.platform.NotThere;
import id.zitrack.programme.PlannedWork.Quarter;
import id.zitrack.programme.PlannedWork.State;
import id.zitrack.programme.WorkBody.LinkedActivity;
import id.zitrack.programme.WorkBody.PlannedForQuestion;
import id.zitrack.programme.WorkBody.ProgrammeBody;
import id.zitrack.programme.WorkBody.QuarterBody;
import id.zitrack.programme.WorkBody.QuarterCount;
import id.zitrack.programme.WorkBody.ServedQuestion;
import id.zitrack.programme.WorkBody.UnitProgress;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts together what the API shows of plans, by unit, over units, and for one sheet. */
@Component
class ShowingProgramme {
    private static final Comparator<PlannedWork> ORDER = Comparator.comparing((PlannedWork it) ->
                    it.quarters().isEmpty() ? 0 : it.quarters().get(0).number())
            .thenComparing(PlannedWork::createdAt)
            .thenComparing(PlannedWork::id);

    private final Programme programme;
    private final OrganizationLookup organization;
    private final InstrumentCatalog instruments;
    private final ActivityLookup activities;
    private final SheetQuestions sheets;
    private final PersonLookup people;
    private final Headings headings;
    private final CurrentPerson current;

    ShowingProgramme(
            Programme programme,
            OrganizationLookup organization,
            InstrumentCatalog instruments,
            ActivityLookup activities,
            SheetQuestions sheets,
            PersonLookup people,
            Headings headings,
            CurrentPerson current) {
        this.programme = programme;
        this.organization = organization;
        this.instruments = instruments;
        this.activities = activities;
        this.sheets = sheets;
        this.people = people;
        this.headings = headings;
        this.current = current;
    }

    ProgrammeBody of(UUID unitId, int year) {
        var unit = organization.unit(unitId).orElseThrow(() -> new NotThere("unit", unitId));
        return new ProgrammeBody(
                unitId,
                unit.name(),
                year,
                of(programme.of(unitId, year).stream().sorted(ORDER).toList()),
                Action.CHANGE_PROGRAMME.isFor(current.rolesOn(unitId)),
                programme.of(unitId, year - 1).size());
    }

    WorkBody of(PlannedWork work) {
        return of(List.of(work)).get(0);
    }

    /** How far each unit is that the caller may see; units without a plan as well. */
    List<UnitProgress> progress(int year) {
        var institution = current.institutionId();
        var planned = programme.ofAll(institution, year).stream().collect(groupingBy(PlannedWork::unitId));
        return organization.unitsOf(institution).stream()
                .filter(it -> Action.SEE_PROGRAMME.isFor(current.rolesOn(it.id())))
                .map(it -> progress(it, planned.getOrDefault(it.id(), List.of())))
                .toList();
    }

    /** What is planned for questions of a sheet. */
    List<PlannedForQuestion> forSheet(UUID assessmentId) {
        var sheet = sheets.find(assessmentId).orElseThrow(() -> new NotThere("assessment", assessmentId));
        var line = sheet.line();
        var today = headings.today();
        return programme.of(line.unitId(), sheet.heading().period().year()).stream()
                .filter(it -> line.periodId().equals(it.about().periodId()))
                .sorted(ORDER)
                .flatMap(it -> it.about().codes().stream()
                        .map(code -> new PlannedForQuestion(
                                it.id(),
                                code,
                                it.about().title(),
                                it.quarters().stream().map(Quarter::number).toList(),
                                it.state(today))))
                .toList();
    }

    private UnitProgress progress(UnitView unit, List<PlannedWork> works) {
        var today = headings.today();
        return new UnitProgress(
                unit.id(),
                unit.name(),
                unit.parentId(),
                works.size(),
                count(works, today, State.DONE),
                count(works, today, State.LATE),
                IntStream.rangeClosed(1, 4)
                        .mapToObj(it -> count(it, works, today))
                        .toList());
    }

    private static int count(List<PlannedWork> works, LocalDate today, State state) {
        return (int) works.stream().filter(it -> it.state(today) == state).count();
    }

    private static QuarterCount count(int number, List<PlannedWork> works, LocalDate today) {
        var states = works.stream()
                .flatMap(work -> work.quarters().stream()
                        .filter(it -> it.number() == number)
                        .map(it -> work.state(it, today)))
                .toList();
        return new QuarterCount(
                number,
                states.size(),
                (int) states.stream().filter(it -> it == State.DONE).count(),
                (int) states.stream().filter(it -> it == State.LATE).count());
    }

    private List<WorkBody> of(List<PlannedWork> works) {
        var names =
                people.byIds(works.stream().flatMap(ShowingProgramme::peopleOf).collect(toSet()));
        Map<UUID, ActivityName> linked =
                activities
                        .byIds(works.stream()
                                .flatMap(it -> it.about().activityIds().stream())
                                .collect(toSet()))
                        .stream()
                        .collect(toMap(ActivityName::id, it -> it));
        var byPeriod = instruments(works);
        var today = headings.today();
        return works.stream()
                .map(it -> body(it, names, linked, byPeriod, today))
                .toList();
    }

    private Map<UUID, Instrument> instruments(Collection<PlannedWork> works) {
        var found = new HashMap<UUID, Instrument>();
        works.stream()
                .flatMap(it -> Stream.ofNullable(it.about().periodId()))
                .distinct()
                .flatMap(it -> organization.period(it).stream())
                .forEach(it -> instruments
                        .find(new InstrumentKey(it.instrumentId(), it.instrumentVersion()), it.institutionId())
                        .ifPresent(instrument -> found.put(it.id(), instrument)));
        return found;
    }

    private static Stream<UUID> peopleOf(PlannedWork work) {
        return Stream.concat(
                Stream.ofNullable(work.about().personId()),
                work.quarters().stream().flatMap(it -> Stream.ofNullable(it.doneBy())));
    }

    private static WorkBody body(
            PlannedWork it,
            Map<UUID, PersonView> names,
            Map<UUID, ActivityName> linked,
            Map<UUID, Instrument> byPeriod,
            LocalDate today) {
        var about = it.about();
        var instrument = Optional.ofNullable(about.periodId()).map(byPeriod::get);
        var person = about.personId() == null
                ? about.person()
                : PersonName.of(about.personId(), names).name();
        return new WorkBody(
                it.id(),
                it.unitId(),
                it.year(),
                about.title(),
                about.periodId(),
                about.area(),
                areaLabel(instrument, about.area()),
                about.month(),
                about.personId(),
                person == null ? "–" : person,
                about.codes().stream()
                        .map(code -> new ServedQuestion(code, label(instrument, code)))
                        .toList(),
                about.output(),
                about.activityIds().stream()
                        .flatMap(id -> Stream.ofNullable(linked.get(id)))
                        .map(activity -> new LinkedActivity(activity.id(), activity.title(), activity.date()))
                        .toList(),
                it.quarters().stream()
                        .map(quarter -> quarter(it, quarter, names, today))
                        .toList(),
                it.state(today),
                it.revision());
    }

    private static QuarterBody quarter(
            PlannedWork work, Quarter quarter, Map<UUID, PersonView> names, LocalDate today) {
        var by = quarter.doneBy();
        return new QuarterBody(
                quarter.number(),
                work.state(quarter, today),
                quarter.note(),
                by == null ? null : PersonName.of(by, names),
                quarter.doneAt());
    }

    private static @Nullable String areaLabel(Optional<Instrument> instrument, @Nullable String area) {
        return instrument.stream()
                .flatMap(it -> it.areas().stream())
                .filter(it -> it.code().equals(area))
                .map(it -> it.label().in(language()))
                .findFirst()
                .orElse(area);
    }

    private static String label(Optional<Instrument> instrument, String code) {
        return instrument
                .flatMap(it -> it.find(code))
                .map(it -> it.label().in(language()))
                .orElse(code);
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }
}
