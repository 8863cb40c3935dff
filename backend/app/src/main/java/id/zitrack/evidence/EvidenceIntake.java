package id.zitrack.evidence;

import id.zitrack.platform.NotThere;
import id.zitrack.platform.Revision;
import id.zitrack.storage.ReceivedFile;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Lets other rooms bring files that are to be evidence. */
@Component
public class EvidenceIntake {
    private final EvidenceRecords records;
    private final AddingEvidence adding;
    private final Responses responses;

    EvidenceIntake(EvidenceRecords records, AddingEvidence adding, Responses responses) {
        this.records = records;
        this.adding = adding;
        this.responses = responses;
    }

    /** The question a file is meant to prove. */
    public record Purpose(UUID assessmentId, String code) {}

    /**
     * What became of a file.
     *
     * @param alreadyThere whether the unit had this very file before
     * @param by who brought the version that counts now
     * @param at when that was
     */
    public record Taken(UUID evidenceId, boolean alreadyThere, UUID by, Instant at) {
        static Taken of(AddingEvidence.Added added) {
            var version = added.evidence().current();
            return new Taken(added.evidence().id(), added.alreadyThere(), version.by(), version.at());
        }
    }

    /** The unit that a piece of evidence belongs to, also after it was removed. */
    public UUID unitOf(UUID evidenceId) {
        return records.findById(evidenceId)
                .map(Evidence::unitId)
                .orElseThrow(() -> new NotThere("evidence", evidenceId));
    }

    /** Refuses what could not be kept anyway, before a byte of it has been sent. */
    public void requirePossible(UUID unitId, @Nullable Purpose purpose) {
        adding.requirePossible(unitId, purpose);
    }

    /** Makes evidence of a received file; again, it finds the same evidence. */
    public Taken take(UUID unitId, ReceivedFile received, @Nullable Purpose purpose) {
        return Taken.of(adding.add(unitId, received, purpose));
    }

    /** Makes a new version of a received file; the same file again adds nothing. */
    public Taken takeVersion(UUID evidenceId, ReceivedFile received, @Nullable String reason) {
        return Taken.of(adding.addVersion(evidenceId, received, reason));
    }

    /** Shows what a file has become, as the API does where files come at once; nothing if it was removed since. */
    public Optional<ResponseEntity<EvidenceResponse>> show(UUID evidenceId, boolean alreadyThere) {
        return records.findById(evidenceId)
                .filter(it -> !it.isRemoved())
                .map(it -> ResponseEntity.ok()
                        .header(EvidenceController.ALREADY_THERE, Boolean.toString(alreadyThere))
                        .eTag(Revision.etag(it.revision()))
                        .body(responses.of(it)));
    }
}
