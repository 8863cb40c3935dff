package id.zitrack.evidence;

import id.zitrack.platform.DomainProblem;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Evidence that others rely on cannot be taken away; says by whom. */
final class EvidenceInUse extends DomainProblem {
    EvidenceInUse(UUID id, List<Evidence.Link> links, List<EvidenceUse.Use> others) {
        super(
                "evidence-in-use",
                409,
                "Evidence " + id + " proves " + links.size() + " answers and is used " + others.size() + " times more.",
                Map.of(
                        "links",
                        links.stream()
                                .map(it -> Map.of("assessmentId", it.assessmentId(), "code", it.code()))
                                .toList(),
                        "others",
                        others));
    }
}
