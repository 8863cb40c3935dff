package id.zitrack.review;

import id.zitrack.assessment.AssessmentView;
import id.zitrack.assessment.Requirement;
import id.zitrack.assessment.StepCheck;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Gate;
import id.zitrack.scoring.GateResult;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Whether the verdicts that count meet every gate of an award; names those they do not, or that cannot be judged. */
@Component
class GatesMet implements StepCheck {
    private final FindingReviews finding;

    GatesMet(FindingReviews finding) {
        this.finding = finding;
    }

    @Override
    public Requirement requirement() {
        return Requirement.GATES_MET;
    }

    @Override
    public List<String> missing(AssessmentView assessment, @Nullable Award award) {
        if (award == null) {
            return List.of();
        }
        var findings = finding.findings(assessment, finding.review(assessment.id()));
        var met = findings.sheet().gates(award).stream()
                .filter(it -> Objects.equals(it.met(), true))
                .map(GateResult::id)
                .toList();
        return findings.instrument().gates(award).stream()
                .filter(it -> !met.contains(it.id()))
                .map(GatesMet::label)
                .toList();
    }

    private static String label(Gate gate) {
        return gate.label().in(LocaleContextHolder.getLocale().getLanguage());
    }
}
