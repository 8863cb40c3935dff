package id.zitrack.review;

import id.zitrack.assessment.AssessmentView;
import id.zitrack.assessment.Requirement;
import id.zitrack.assessment.StepCheck;
import id.zitrack.instrument.Award;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a question is marked to go back to the unit. */
@Component
class SomethingMarked implements StepCheck {
    private final FindingReviews finding;

    SomethingMarked(FindingReviews finding) {
        this.finding = finding;
    }

    @Override
    public Requirement requirement() {
        return Requirement.MARKED_OR_SAID;
    }

    @Override
    public List<String> missing(AssessmentView assessment, @Nullable Award award) {
        return finding.review(assessment.id()).marks().isEmpty() ? List.of("marks") : List.of();
    }
}
