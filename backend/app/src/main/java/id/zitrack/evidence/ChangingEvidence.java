package id.zitrack.evidence;

import id.zitrack.platform.NotThere;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Changes one record so that nobody's change is lost: read, change, write if still unchanged, else again. */
@Component
class ChangingEvidence {
    private static final int MOST_ATTEMPTS = 50;

    private final EvidenceRecords records;

    ChangingEvidence(EvidenceRecords records) {
        this.records = records;
    }

    /**
     * Applies a change, perhaps several times until it meets nobody else's.
     *
     * @param change returns whether there is anything to write
     */
    Evidence change(UUID id, Predicate<Evidence> change) {
        return change(id, it -> !it.isRemoved(), change);
    }

    /** The same for records that count as there under another condition. */
    Evidence change(UUID id, Predicate<Evidence> isThere, Predicate<Evidence> change) {
        for (int attempt = 1; ; attempt++) {
            var evidence = records.findById(id).filter(isThere).orElseThrow(() -> new NotThere("evidence", id));
            if (!change.test(evidence)) {
                return evidence;
            }
            try {
                return records.save(evidence);
            } catch (OptimisticLockingFailureException changedMeanwhile) {
                if (attempt == MOST_ATTEMPTS) {
                    throw changedMeanwhile;
                }
            }
        }
    }
}
