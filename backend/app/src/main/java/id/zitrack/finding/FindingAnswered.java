package id.zitrack.finding;

import id.zitrack.platform.DomainProblem;
import java.util.UUID;

/** The unit has planned something about it, so that it is not taken away any more. */
final class FindingAnswered extends DomainProblem {
    FindingAnswered(UUID id) {
        super("finding-answered", 409, "The unit has answered finding " + id + "; it can no longer be removed.");
    }
}
