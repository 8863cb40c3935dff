package id.zitrack.finding;

import static java.util.stream.Collectors.toSet;

import id.zitrack.assessment.Headings;
import id.zitrack.assessment.PersonName;
import id.zitrack.assessment.SheetQuestions;
import id.zitrack.assessment.SheetQuestions.Sheet;
import id.zitrack.evidence.EvidenceLookup;
import id.zitrack.finding.FindingBody.Deed;
import id.zitrack.finding.FindingBody.EvidenceName;
import id.zitrack.identity.Access;
import id.zitrack.identity.Action;
import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.PersonView;
import id.zitrack.identity.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the API shows of findings. */
@Component
class ShowingFindings {
    private final SheetQuestions sheets;
    private final EvidenceLookup evidence;
    private final PersonLookup people;
    private final Headings headings;
    private final Access access;

    ShowingFindings(
            SheetQuestions sheets, EvidenceLookup evidence, PersonLookup people, Headings headings, Access access) {
        this.sheets = sheets;
        this.evidence = evidence;
        this.people = people;
        this.headings = headings;
        this.access = access;
    }

    FindingBody of(Finding finding) {
        return of(List.of(finding)).get(0);
    }

    /** The findings whose sheets are there, in the given order. */
    List<FindingBody> of(Collection<Finding> findings) {
        var found = sheets.find(findings.stream().map(Finding::assessmentId).collect(toSet()));
        var names = people.byIds(
                findings.stream().flatMap(ShowingFindings::peopleOf).collect(toSet()));
        return findings.stream()
                .flatMap(it -> Optional.ofNullable(found.get(it.assessmentId())).stream()
                        .map(sheet -> body(it, sheet, names)))
                .toList();
    }

    private static Stream<UUID> peopleOf(Finding finding) {
        var plan = finding.plan();
        var decision = finding.decision();
        return Stream.of(
                        finding.recordedBy(),
                        plan == null ? null : plan.by(),
                        plan == null ? null : plan.ownerId(),
                        decision == null ? null : decision.by())
                .filter(Objects::nonNull);
    }

    private FindingBody body(Finding it, Sheet sheet, Map<UUID, PersonView> names) {
        var heading = sheet.heading();
        var code = it.found().code();
        return new FindingBody(
                it.id(),
                it.assessmentId(),
                it.unitId(),
                heading.unit().name(),
                heading.instrument().title(),
                heading.period().name(),
                heading.period().year(),
                code,
                code == null ? null : sheet.label(code),
                it.found().text(),
                it.found().recommendation(),
                it.found().severity(),
                it.state(),
                plan(it.plan(), names),
                decision(it.decision(), names),
                PersonName.of(it.recordedBy(), names),
                it.recordedAt(),
                it.isLate(headings.today()),
                it.revision(),
                deeds(it, sheet));
    }

    private FindingBody.@Nullable PlanBody plan(Finding.@Nullable Plan plan, Map<UUID, PersonView> names) {
        if (plan == null) {
            return null;
        }
        var seen = plan.evidenceIds().stream()
                .flatMap(it -> evidence.find(it).stream())
                .map(it -> new EvidenceName(it.id(), it.title()))
                .toList();
        var owner = plan.ownerId() == null
                ? plan.owner()
                : PersonName.of(plan.ownerId(), names).name();
        return new FindingBody.PlanBody(
                plan.action(),
                plan.ownerId(),
                owner == null ? "–" : owner,
                plan.due(),
                plan.progress(),
                seen,
                plan.evidenceIds().size() - seen.size(),
                PersonName.of(plan.by(), names),
                plan.at());
    }

    private static FindingBody.@Nullable DecisionBody decision(
            Finding.@Nullable Decision decision, Map<UUID, PersonView> names) {
        return decision == null
                ? null
                : new FindingBody.DecisionBody(decision.reason(), PersonName.of(decision.by(), names), decision.at());
    }

    private List<Deed> deeds(Finding finding, Sheet sheet) {
        var allowed = access.allowedAt(new Place(
                finding.institutionId(), finding.unitId(), sheet.line().stage()));
        var state = finding.state();
        var deeds = new ArrayList<Deed>();
        if (allowed.contains(Action.RECORD_FINDING)) {
            if (!state.isOver()) {
                deeds.add(Deed.DESCRIBE);
            }
            if (finding.plan() == null) {
                deeds.add(Deed.REMOVE);
            }
            if (state == Finding.State.DONE) {
                deeds.add(Deed.CONFIRM);
            }
            if (!state.isWithUnit()) {
                deeds.add(Deed.SEND_BACK);
            }
        }
        if (allowed.contains(Action.FOLLOW_UP) && !state.isOver()) {
            deeds.add(Deed.PLAN);
        }
        return deeds;
    }
}
