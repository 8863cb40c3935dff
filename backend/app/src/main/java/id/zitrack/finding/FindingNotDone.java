package id.zitrack.finding;

import id.zitrack.platform.DomainProblem;
import java.util.Map;
import java.util.UUID;

/** The assessors can decide only about what the unit says is done. */
final class FindingNotDone extends DomainProblem {
    FindingNotDone(UUID id, Finding.State state) {
        super(
                "finding-not-done",
                409,
                "Finding " + id + " is " + state + ", so there is nothing to decide.",
                Map.of("state", state.name()));
    }
}
