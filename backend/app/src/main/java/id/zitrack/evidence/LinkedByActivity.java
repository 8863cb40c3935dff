package id.zitrack.evidence;

import id.zitrack.platform.DomainProblem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What an activity brings to a question is loosened at the activity, so that both keep telling the same. */
final class LinkedByActivity extends DomainProblem {
    LinkedByActivity(UUID evidenceId, List<Evidence.Link> ways) {
        super(
                "linked-by-activity",
                409,
                "Evidence " + evidenceId + " proves this question through an activity.",
                Map.of(
                        "activityIds",
                        ways.stream()
                                .flatMap(it -> Stream.ofNullable(it.activityId()))
                                .toList()));
    }
}
