package id.zitrack.activity;

import id.zitrack.platform.DomainProblem;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Taking it away would change what proves an answer that is locked now. */
final class ActivityProvesLocked extends DomainProblem {
    ActivityProvesLocked(UUID id, List<Activity.Asked> locked) {
        super(
                "activity-proves-locked",
                409,
                "Activity " + id + " proves " + locked.size() + " answers that are locked.",
                Map.of(
                        "links",
                        locked.stream()
                                .map(it -> Map.of("assessmentId", it.assessmentId(), "code", it.code()))
                                .toList()));
    }
}
