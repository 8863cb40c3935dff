package id.zitrack.evidence;

import id.zitrack.evidence.Activity.Asked;
import id.zitrack.evidence.Activity.Slot;
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
    private final EvidenceRecords records;
    private final ChangingEvidence changingEvidence;
    private final LinkingEvidence linking;
    private final Sheets sheets;
    private final Readers readers;
    private final CurrentPerson current;
    private final Recording recording;
    private final Clock clock;

    ArrangingActivity(
            Activities activities,
            ChangingActivity changing,
            EvidenceRecords records,
            ChangingEvidence changingEvidence,
            LinkingEvidence linking,
            Sheets sheets,
            Readers readers,
            CurrentPerson current,
            Recording recording,
            Clock clock) {
        this.activities = activities;
        this.changing = changing;
        this.records = records;
        this.changingEvidence = changingEvidence;
        this.linking = linking;
        this.sheets = sheets;
        this.readers = readers;
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
        var evidence = records.findById(evidenceId)
                .filter(readers::include)
                .orElseThrow(() -> new NotThere("evidence", evidenceId));
        if (!evidence.unitId().equals(activity.unitId())) {
            throw new EvidenceOfOtherUnit(evidenceId);
        }
        var changed = changing.change(id, it -> it.put(slot, evidenceId, current.id(), now()));
        changingEvidence.change(
                evidenceId,
                it -> it.describe(
                        it.details().completed(slot.docType(), changed.about().date())));
        for (var asked : changed.questions()) {
            if (isUnlocked(asked)) {
                linking.linkThrough(id, evidenceId, asked.assessmentId(), asked.code());
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
        if (!linking.openQuestion(assessmentId, code).unitId().equals(unitId)) {
            throw new NotThere("assessment of the unit", assessmentId);
        }
        var changed = changing.change(id, it -> it.ask(assessmentId, code, current.id(), now()));
        for (var evidence : readable(changed)) {
            linking.linkThrough(id, evidence.id(), assessmentId, code);
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
        var tied = records.findAllById(evidenceIds).stream()
                .filter(it -> questions.stream().anyMatch(asked -> isTied(it, activity.id(), asked)))
                .toList();
        var locked = questions.stream()
                .filter(asked -> tied.stream().anyMatch(it -> isTied(it, activity.id(), asked)))
                .filter(it -> !isUnlocked(it))
                .toList();
        if (!locked.isEmpty()) {
            throw new ActivityProvesLocked(activity.id(), locked);
        }
        for (var evidence : tied) {
            for (var asked : questions) {
                if (isTied(evidence, activity.id(), asked)) {
                    linking.unlinkThrough(activity.id(), evidence.id(), asked.assessmentId(), asked.code());
                }
            }
        }
    }

    /** The evidence in the slots that the caller may know of. */
    List<Evidence> readable(Activity activity) {
        return records.findAllById(activity.evidenceIds()).stream()
                .filter(readers::include)
                .toList();
    }

    static boolean isTied(Evidence evidence, UUID activityId, Asked asked) {
        return evidence.waysTo(asked.assessmentId(), asked.code()).stream()
                .anyMatch(it -> activityId.equals(it.activityId()));
    }

    private boolean isUnlocked(Asked asked) {
        return sheets.find(asked.assessmentId())
                .filter((Sheet it) -> linking.isUnlocked(it, asked.code()))
                .isPresent();
    }

    private Activity find(UUID id) {
        return activities.findById(id).orElseThrow(() -> new NotThere("activity", id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
