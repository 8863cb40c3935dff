package id.zitrack.evidence;

import id.zitrack.platform.DomainProblem;
import java.util.Map;
import java.util.UUID;

/** An administrator has forbidden to delete this evidence; says why. */
final class EvidenceHeld extends DomainProblem {
    EvidenceHeld(UUID id, String reason) {
        super("evidence-held", 409, "Evidence " + id + " is on hold.", Map.of("because", reason));
    }
}
