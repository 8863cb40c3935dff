package id.zitrack.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the assessors may do with the stage of an assessment. Of two who try the same step at the same moment one wins;
 * the other gets {@link id.zitrack.identity.NotInThisStage}.
 */
public interface AssessmentStages {

    /** The first verdict was given; nothing happens if it was before. */
    void takeUp(UUID id, UUID by);

    /**
     * Back to the unit.
     *
     * @param questions the only ones the unit may change; none means all, then a message must say why
     */
    void sendBack(
            UUID id, List<ReturnedQuestion> questions, @Nullable String message, @Nullable LocalDate due, UUID by);

    /** Refused with {@code step-not-ready} while the period wants the controller to see it first. */
    void accept(UUID id, UUID by);

    void close(UUID id, UUID by);

    /** Takes an accepted or closed assessment up again. */
    void reopen(UUID id, String reason, UUID by);
}
