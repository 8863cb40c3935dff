package id.zitrack.evidence;

import id.zitrack.platform.DomainProblem;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Evidence that proves something cannot be taken away; says where it is used. */
final class EvidenceInUse extends DomainProblem {
    EvidenceInUse(UUID id, List<Evidence.Link> links) {
        super(
                "evidence-in-use",
                409,
                "Evidence " + id + " proves " + links.size() + " answers.",
                Map.of(
                        "links",
                        links.stream()
                                .map(it -> Map.of("assessmentId", it.assessmentId(), "code", it.code()))
                                .toList()));
    }
}
