package id.zitrack.assessment;

import id.zitrack.instrument.Award;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether every question is answered and proven. */
@Component
class SheetComplete implements StepCheck {
    private final SubmittingAssessment submitting;

    SheetComplete(SubmittingAssessment submitting) {
        this.submitting = submitting;
    }

    @Override
    public Requirement requirement() {
        return Requirement.NOTHING_MISSING;
    }

    @Override
    public List<String> missing(AssessmentView assessment, @Nullable Award award) {
        var findings = submitting.check(assessment);
        return Stream.concat(findings.blank().stream(), findings.unproven().stream())
                .map(Gap::code)
                .distinct()
                .toList();
    }
}
