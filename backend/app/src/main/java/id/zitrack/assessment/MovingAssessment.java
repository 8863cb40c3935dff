package id.zitrack.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves assessments on behalf of the assessors and tells the other rooms. */
@Component
class MovingAssessment implements AssessmentStages {
    private final ChangingAssessment changing;
    private final Requirements requirements;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    MovingAssessment(
            ChangingAssessment changing, Requirements requirements, Clock clock, ApplicationEventPublisher events) {
        this.changing = changing;
        this.requirements = requirements;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void takeUp(UUID id, UUID by) {
        changing.change(id, (it, instrument) -> it.takeUp(by, clock.instant()));
    }

    @Override
    public void sendBack(
            UUID id, List<ReturnedQuestion> questions, @Nullable String message, @Nullable LocalDate due, UUID by) {
        var moved = move(id, it -> it.sendBack(questions, message, due, by, clock.instant()));
        events.publishEvent(new AssessmentReturned(
                moved.id(),
                moved.institutionId(),
                moved.unitId(),
                moved.periodId(),
                questions,
                message,
                by,
                moved.updatedAt()));
    }

    @Override
    public void accept(UUID id, UUID by) {
        var moved = move(id, it -> {
            requirements.require(Step.ACCEPT, it.view(), null, null);
            it.accept(by, clock.instant());
        });
        events.publishEvent(new AssessmentAccepted(
                moved.id(), moved.institutionId(), moved.unitId(), moved.periodId(), by, moved.updatedAt()));
    }

    @Override
    public void close(UUID id, UUID by) {
        var moved = move(id, it -> it.close(by, clock.instant()));
        events.publishEvent(new AssessmentClosed(
                moved.id(), moved.institutionId(), moved.unitId(), moved.periodId(), by, moved.updatedAt()));
    }

    @Override
    public void reopen(UUID id, String reason, UUID by) {
        var moved = move(id, it -> it.reopen(reason, by, clock.instant()));
        events.publishEvent(new AssessmentReopened(
                moved.id(), moved.institutionId(), moved.unitId(), moved.periodId(), reason, by, moved.updatedAt()));
    }

    private AssessmentView move(UUID id, Consumer<Assessment> step) {
        return changing.change(id, (assessment, instrument) -> {
                    step.accept(assessment);
                    return true;
                })
                .assessment()
                .view();
    }
}
