package id.zitrack.assessment;

import id.zitrack.platform.DomainProblem;
import java.util.UUID;

/** Too many people changed the same assessment at the same moment; trying again helps. */
final class TooBusy extends DomainProblem {
    TooBusy(UUID id) {
        super("busy", 503, "Assessment " + id + " is being changed by too many people at once.");
    }
}
