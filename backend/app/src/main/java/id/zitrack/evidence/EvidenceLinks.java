package id.zitrack.evidence;

import id.zitrack.evidence.Sheets.Sheet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets other rooms tie evidence to the questions it proves, by the same rules as everybody. */
@Component
public class EvidenceLinks {
    private final EvidenceRecords records;
    private final LinkingEvidence linking;
    private final ChangingEvidence changing;

    EvidenceLinks(EvidenceRecords records, LinkingEvidence linking, ChangingEvidence changing) {
        this.records = records;
        this.linking = linking;
        this.changing = changing;
    }

    /** A piece of evidence that proves a question through an activity. */
    public record Tie(UUID evidenceId, UUID assessmentId, String code) {}

    /** The unit that answers a question which the caller may prove now; refused for any other question. */
    public UUID unitOfOpenQuestion(UUID assessmentId, String code) {
        return linking.openQuestion(assessmentId, code).unitId();
    }

    /** Whether the caller may link and loosen what proves a question now. */
    public boolean isUnlocked(Sheet sheet, String code) {
        return linking.isUnlocked(sheet, code);
    }

    /** Whether the question lies in an area for which the caller answers. */
    public boolean isOwnArea(Sheet sheet, String code) {
        return linking.isOwnArea(sheet, code);
    }

    /**
     * Links evidence to a question by itself.
     *
     * @return the version that counts now
     */
    public int link(UUID evidenceId, UUID assessmentId, String code) {
        return linking.link(evidenceId, assessmentId, code).current().number();
    }

    /** Links what lies in an activity; it stays linked as long as it lies there and the activity proves the question. */
    public void linkThrough(UUID activityId, Tie tie) {
        linking.linkThrough(activityId, tie.evidenceId(), tie.assessmentId(), tie.code());
    }

    public void unlinkThrough(UUID activityId, Tie tie) {
        linking.unlinkThrough(activityId, tie.evidenceId(), tie.assessmentId(), tie.code());
    }

    /** What these pieces of evidence prove through one activity, also those that the caller may not know of. */
    public List<Tie> through(UUID activityId, Collection<UUID> evidenceIds) {
        return records.findAllById(evidenceIds).stream()
                .flatMap(it -> it.links().stream()
                        .filter(link -> it.activitiesTo(link).contains(activityId))
                        .map(link -> new Tie(it.id(), link.assessmentId(), link.code())))
                .toList();
    }

    /** Says what kind of document it is and of which activity day, where that has not been said. */
    public void complete(UUID evidenceId, String docType, LocalDate activityDate) {
        changing.change(evidenceId, it -> it.describe(it.details().completed(docType, activityDate)));
    }
}
