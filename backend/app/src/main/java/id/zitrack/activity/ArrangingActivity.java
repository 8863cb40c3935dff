package id.zitrack.activity;

import id.zitrack.activity.Activity.Asked;
import id.zitrack.activity.Activity.Slot;
import id.zitrack.evidence.EvidenceLinks;
import id.zitrack.evidence.EvidenceLinks.Tie;
import id.zitrack.evidence.EvidenceLookup;
import id.zitrack.evidence.EvidenceOfOtherUnit;
import id.zitrack.evidence.EvidenceView;
import id.zitrack.evidence.Sheets;
import id.zitrack.evidence.Sheets.Sheet;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Recording;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Fills the slots of an activity and ties it to questions, and ties or loosens the evidence in its slots with it.
 *
 * <p>Activity and evidence are separate documents. The activity is written first when something is added and last when
 * something is taken away, so that whatever a kill in between leaves undone shows on the activity (files that wait to be
 * linked) and is done by the same step again.
 */
@Component
class ArrangingActivity {
    private final Activities activities;
    private final ChangingActivity changing;
    private final EvidenceLookup lookup;
    private final EvidenceLinks links;
    private final Sheets sheets;
    private final CurrentPerson current;
    private final Recording recording;
    private final Clock clock;

    ArrangingActivity(
            Activities activities,
            ChangingActivity changing,
            EvidenceLookup lookup,
            EvidenceLinks links,
            Sheets sheets,
            CurrentPerson current,
            Recording recording,
            Clock clock) {
        this.activities = activities;
        this.changing = changing;
        this.lookup = lookup;
        this.links = links;
        this.sheets = sheets;
        this.current = current;
        this.recording = recording;
        this.clock = clock;
    }

    /**
     * Puts evidence into a slot and ties it to those questions of the activity that are open now; locked ones stay as
     * they are. What the evidence does not say about its type and day is taken from the activity.
     */
    Activity put(UUID id, Slot slot, UUID evidenceId) {
        var activity = find(id);
        var evidence = lookup.find(evidenceId).orElseThrow(() -> new NotThere("evidence", evidenceId));
        if (!evidence.unitId().equals(activity.unitId())) {
            throw new EvidenceOfOtherUnit(evidenceId);
        }
        var changed = changing.change(id, it -> it.put(slot, evidenceId, current.id(), now()));
        links.complete(evidenceId, slot.docType(), changed.about().date());
        for (var asked : changed.questions()) {
            if (isUnlocked(asked)) {
                links.linkThrough(id, new Tie(evidenceId, asked.assessmentId(), asked.code()));
            }
        }
        return changed;
    }

    /**
     * Takes evidence out of a slot and loosens what it proved through the activity.
     *
     * @throws ActivityProvesLocked if one of these questions is locked
     */
    Activity take(UUID id, Slot slot, UUID evidenceId) {
        var activity = find(id);
        boolean staysInAnother = activity.entries().stream()
                .anyMatch(it -> it.slot() != slot && it.evidenceId().equals(evidenceId));
        if (!staysInAnother) {
            loosen(activity, List.of(evidenceId), activity.questions());
        }
        return changing.change(id, it -> it.take(slot, evidenceId));
    }

    /** Lets the activity prove a question: everything in its slots does. Again, it ties what has come since. */
    Activity prove(UUID id, UUID assessmentId, String code) {
        var unitId = find(id).unitId();
        if (!links.unitOfOpenQuestion(assessmentId, code).equals(unitId)) {
            throw new NotThere("assessment of the unit", assessmentId);
        }
        var changed = changing.change(id, it -> it.ask(assessmentId, code, current.id(), now()));
        for (var evidence : readable(changed)) {
            links.linkThrough(id, new Tie(evidence.id(), assessmentId, code));
        }
        return changed;
    }

    /** Lets the activity no longer prove a question; what is linked there by itself stays. */
    Activity forget(UUID id, UUID assessmentId, String code) {
        var activity = find(id);
        var asked = activity.questions().stream()
                .filter(it -> it.is(assessmentId, code))
                .toList();
        loosen(activity, activity.evidenceIds(), asked);
        return changing.change(id, it -> it.forget(assessmentId, code));
    }

    /** Removes the activity; the evidence in its slots stays. */
    void remove(Activity activity) {
        if (!activity.questions().isEmpty()) {
            throw new ActivityInUse(activity);
        }
        recording.remove(activity);
    }

    private void loosen(Activity activity, List<UUID> evidenceIds, List<Asked> questions) {
        var ties = links.through(activity.id(), evidenceIds).stream()
                .filter(tie -> questions.stream().anyMatch(it -> it.is(tie.assessmentId(), tie.code())))
                .toList();
        var locked = questions.stream()
                .filter(asked -> ties.stream().anyMatch(it -> asked.is(it.assessmentId(), it.code())))
                .filter(it -> !isUnlocked(it))
                .toList();
        if (!locked.isEmpty()) {
            throw new ActivityProvesLocked(activity.id(), locked);
        }
        ties.forEach(it -> links.unlinkThrough(activity.id(), it));
    }

    /** The evidence in the slots that the caller may know of. */
    private List<EvidenceView> readable(Activity activity) {
        return lookup.find(activity.evidenceIds());
    }

    private boolean isUnlocked(Asked asked) {
        return sheets.find(asked.assessmentId())
                .filter((Sheet it) -> links.isUnlocked(it, asked.code()))
                .isPresent();
    }

    private Activity find(UUID id) {
        return activities.findById(id).orElseThrow(() -> new NotThere("activity", id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
