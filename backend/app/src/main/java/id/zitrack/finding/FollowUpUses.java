package id.zitrack.finding;

import id.zitrack.evidence.EvidenceUse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A plan of action uses the evidence that shows what was done. */
@Component
class FollowUpUses implements EvidenceUse {
    private static final int LONGEST = 120;

    private final RecordedFindings findings;

    FollowUpUses(RecordedFindings findings) {
        this.findings = findings;
    }

    @Override
    public List<Use> of(UUID evidenceId) {
        return findings.provedBy(evidenceId).stream()
                .map(it -> new Use(
                        Kind.FINDING, it.id().toString(), title(it.found().text())))
                .toList();
    }

    private static String title(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
