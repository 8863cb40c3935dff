package id.zitrack.evidence;

import id.zitrack.platform.DomainProblem;
import java.util.UUID;

/** A unit proves its answers with its own evidence. */
public final class EvidenceOfOtherUnit extends DomainProblem {
    public EvidenceOfOtherUnit(UUID id) {
        super("evidence-of-other-unit", 409, "Evidence " + id + " belongs to another unit than the assessment.");
    }
}
