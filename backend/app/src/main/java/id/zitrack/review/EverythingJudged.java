package id.zitrack.review;

import id.zitrack.assessment.AssessmentView;
import id.zitrack.assessment.Requirement;
import id.zitrack.assessment.StepCheck;
import id.zitrack.instrument.Award;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether every answered question has a verdict that counts; names those that have none. */
@Component
class EverythingJudged implements StepCheck {
    private final FindingReviews finding;

    EverythingJudged(FindingReviews finding) {
        this.finding = finding;
    }

    @Override
    public Requirement requirement() {
        return Requirement.ALL_JUDGED;
    }

    @Override
    public List<String> missing(AssessmentView assessment, @Nullable Award award) {
        return finding.findings(assessment, finding.review(assessment.id())).notJudged();
    }
}
