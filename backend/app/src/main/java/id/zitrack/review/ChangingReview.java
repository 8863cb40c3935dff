package id.zitrack.review;

import id.zitrack.assessment.AssessmentLookup;
import id.zitrack.platform.NotThere;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Changes what the assessors of one assessment share, by compare-and-set and again if somebody was faster. */
@Component
class ChangingReview {
    private static final int TRIES = 100;

    private final Reviews reviews;
    private final FindingReviews finding;
    private final AssessmentLookup assessments;

    ChangingReview(Reviews reviews, FindingReviews finding, AssessmentLookup assessments) {
        this.reviews = reviews;
        this.finding = finding;
        this.assessments = assessments;
    }

    Review change(UUID assessmentId, Consumer<Review> change) {
        for (int tried = 0; tried < TRIES; tried++) {
            var review = finding.review(assessmentId);
            change.accept(review);
            try {
                return reviews.save(review);
            } catch (OptimisticLockingFailureException | DuplicateKeyException overtaken) {
                Thread.onSpinWait();
            }
        }
        throw new OptimisticLockingFailureException("Review " + assessmentId + " is changed in too many places");
    }

    /**
     * Stores the summary for lists.
     *
     * <p>The voices are read after the review, so of two writers at the same moment the one that stores last has seen
     * both; a summary that missed a voice all the same is recognized by its basis.
     */
    void summarize(UUID assessmentId) {
        change(assessmentId, review -> {
            var assessment = assessments.find(assessmentId).orElseThrow(() -> new NotThere("assessment", assessmentId));
            review.summarize(finding.findings(assessment, review).summary());
        });
    }
}
