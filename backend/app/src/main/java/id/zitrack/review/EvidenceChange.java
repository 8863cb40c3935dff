package id.zitrack.review;

import id.zitrack.evidence.ProofVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is different about the evidence of a question since a verdict on it was given.
 *
 * @param seen the version that counted then; null for evidence that came since
 * @param now the version that counts now; null for evidence that does not prove the question any more
 */
record EvidenceChange(
        UUID evidenceId, @Nullable Integer seen, @Nullable Integer now) {

    /** All differences, those that the caller may not know of left out of what came or was replaced. */
    static List<EvidenceChange> between(List<SeenEvidence> seen, List<ProofVersion> now) {
        var changes = new ArrayList<EvidenceChange>();
        for (var then : seen) {
            var current = now.stream()
                    .filter(it -> it.evidenceId().equals(then.evidenceId()))
                    .findFirst();
            if (current.isEmpty()) {
                changes.add(new EvidenceChange(then.evidenceId(), then.version(), null));
            } else if (current.get().visible() && current.get().version() != then.version()) {
                changes.add(new EvidenceChange(
                        then.evidenceId(), then.version(), current.get().version()));
            }
        }
        for (var current : now) {
            if (current.visible()
                    && seen.stream().noneMatch(it -> it.evidenceId().equals(current.evidenceId()))) {
                changes.add(new EvidenceChange(current.evidenceId(), null, current.version()));
            }
        }
        return changes;
    }
}
