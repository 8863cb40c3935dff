package id.zitrack.activity;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** An activity that proves something cannot be removed; says what. */
final class ActivityInUse extends DomainProblem {
    ActivityInUse(Activity activity) {
        super(
                "activity-in-use",
                409,
                "Activity " + activity.id() + " proves " + activity.questions().size() + " answers.",
                Map.of(
                        "links",
                        activity.questions().stream()
                                .map(it -> Map.of("assessmentId", it.assessmentId(), "code", it.code()))
                                .toList()));
    }
}
