package id.zitrack.activity;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.zitrack.activity.Activity.Slot;
import id.zitrack.activity.ActivityBody.EntryBody;
import id.zitrack.activity.ActivityBody.QuestionBody;
import id.zitrack.activity.ActivityBody.SlotBody;
import id.zitrack.evidence.EvidenceLinks;
import id.zitrack.evidence.EvidenceLookup;
import id.zitrack.evidence.EvidenceResponse.PersonName;
import id.zitrack.evidence.EvidenceView;
import id.zitrack.evidence.Sheets;
import id.zitrack.evidence.Sheets.Sheet;
import id.zitrack.identity.Access;
import id.zitrack.identity.Action;
import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.PersonView;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together what the API shows of activities, as far as the caller may know of the evidence in them. */
@Component
class ShowingActivities {
    private static final Set<Action> SHOWN = EnumSet.of(Action.SEE_EVIDENCE, Action.CHANGE_EVIDENCE);

    private final EvidenceLookup lookup;
    private final EvidenceLinks links;
    private final Sheets sheets;
    private final PersonLookup people;
    private final Access access;

    ShowingActivities(EvidenceLookup lookup, EvidenceLinks links, Sheets sheets, PersonLookup people, Access access) {
        this.lookup = lookup;
        this.links = links;
        this.sheets = sheets;
        this.people = people;
        this.access = access;
    }

    ActivityBody of(Activity activity) {
        return of(List.of(activity)).get(0);
    }

    List<ActivityBody> of(Collection<Activity> activities) {
        var evidence =
                lookup
                        .find(activities.stream()
                                .flatMap(it -> it.evidenceIds().stream())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(toMap(EvidenceView::id, it -> it));
        var shown = new Shown(
                evidence,
                lookup.warnings(evidence.keySet()),
                sheets.find(activities.stream()
                        .flatMap(it -> it.questions().stream())
                        .map(Activity.Asked::assessmentId)
                        .collect(toSet())),
                people.byIds(activities.stream().map(Activity::createdBy).collect(toSet())));
        return activities.stream().map(it -> body(it, shown)).toList();
    }

    private record Shown(
            Map<UUID, EvidenceView> evidence,
            Map<UUID, List<String>> warnings,
            Map<UUID, Sheet> sheets,
            Map<UUID, PersonView> people) {}

    private ActivityBody body(Activity activity, Shown shown) {
        var about = activity.about();
        var by = shown.people().get(activity.createdBy());
        return new ActivityBody(
                activity.id(),
                activity.unitId(),
                about.title(),
                about.date(),
                about.until(),
                about.place(),
                about.note(),
                activity.revision(),
                Arrays.stream(Slot.values())
                        .map(it -> new SlotBody(it, entries(activity, it, shown)))
                        .toList(),
                activity.missing(shown.evidence().keySet()),
                activity.questions().stream()
                        .flatMap(it -> Stream.ofNullable(shown.sheets().get(it.assessmentId()))
                                .map(sheet -> question(activity, it, sheet, shown)))
                        .toList(),
                by == null ? null : new PersonName(by.id(), by.name()),
                activity.createdAt(),
                access.allowedAt(ActivityPlaces.placeOf(activity)).stream()
                        .filter(SHOWN::contains)
                        .map(Action::name)
                        .toList());
    }

    private static List<EntryBody> entries(Activity activity, Slot slot, Shown shown) {
        return activity.entries().stream()
                .filter(it -> it.slot() == slot)
                .flatMap(it -> Stream.ofNullable(shown.evidence().get(it.evidenceId())))
                .map(it -> new EntryBody(
                        it.id(),
                        it.title(),
                        it.current().fileName(),
                        it.activityDate() == null ? it.documentDate() : it.activityDate(),
                        it.current().state(),
                        shown.warnings().getOrDefault(it.id(), List.of())))
                .toList();
    }

    private QuestionBody question(Activity activity, Activity.Asked asked, Sheet sheet, Shown shown) {
        int waiting = (int) activity.evidenceIds().stream()
                .flatMap(it -> Stream.ofNullable(shown.evidence().get(it)))
                .filter(it -> !isTied(it, activity.id(), asked))
                .count();
        return new QuestionBody(
                sheet.name(), asked.code(), sheet.label(asked.code()), links.isUnlocked(sheet, asked.code()), waiting);
    }

    private static boolean isTied(EvidenceView evidence, UUID activityId, Activity.Asked asked) {
        return evidence.links().stream()
                .anyMatch(it -> asked.is(it.assessmentId(), it.code())
                        && it.activityIds().contains(activityId));
    }
}
