package id.zitrack.review;

import id.zitrack.evidence.EvidenceLookup;
import id.zitrack.evidence.ProofVersion;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Remembers which evidence a verdict was given on, and tells what has changed about it since. */
@Component
class WatchingEvidence {
    private final EvidenceLookup evidence;

    WatchingEvidence(EvidenceLookup evidence) {
        this.evidence = evidence;
    }

    /** The evidence of one assessment as it is now. */
    Now on(UUID assessmentId) {
        return new Now(evidence.proofs(assessmentId));
    }

    /** What proves each question at one moment. */
    final class Now {
        private final Map<String, List<ProofVersion>> proofs;

        private Now(Map<String, List<ProofVersion>> proofs) {
            this.proofs = proofs;
        }

        /**
         * What an assessor has seen of a question.
         *
         * @param reported the versions on their screen, which may be older than what counts now; null for those that
         *     count now. What they may not know of cannot be on it and is remembered as it is.
         */
        List<SeenEvidence> seen(String code, @Nullable Map<UUID, Integer> reported) {
            return of(code).stream()
                    .filter(it -> reported == null || !it.visible() || reported.containsKey(it.evidenceId()))
                    .map(it -> new SeenEvidence(it.evidenceId(), versionSeen(it, reported)))
                    .toList();
        }

        /** What has changed since a verdict was given; nothing for one that remembers no evidence. */
        List<EvidenceChange> since(Verdict verdict) {
            var seen = verdict.seen();
            return verdict.value() == null || seen == null
                    ? List.of()
                    : EvidenceChange.between(seen, of(verdict.code())).stream()
                            .filter(it -> it.now() != null || evidence.isKnown(it.evidenceId()))
                            .toList();
        }

        private List<ProofVersion> of(String code) {
            return proofs.getOrDefault(code, List.of());
        }

        private static int versionSeen(ProofVersion proof, @Nullable Map<UUID, Integer> reported) {
            return reported == null
                    ? proof.version()
                    : Math.min(proof.version(), reported.getOrDefault(proof.evidenceId(), proof.version()));
        }
    }
}
