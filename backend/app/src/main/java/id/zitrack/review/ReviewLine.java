package id.zitrack.review;

import id.zitrack.assessment.Standing;
import java.util.UUID;

/**
 * A review for lists.
 *
 * @param judged how many of the answered questions have an effective verdict
 * @param toJudge how many questions the unit answered
 * @param standing where the sheet stands by the effective verdicts
 */
public record ReviewLine(UUID assessmentId, int judged, int toJudge, Standing standing) {

    /** Whether every answered question has a verdict. */
    public boolean isComplete() {
        return toJudge > 0 && judged == toJudge;
    }
}
