package id.zitrack.assessment;

import id.zitrack.instrument.Instrument;
import id.zitrack.platform.NotThere;
import id.zitrack.scoring.Scoring;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Changes one assessment so that no two changes lose each other, and keeps its standing true to its answers.
 *
 * <p>The store decides by compare-and-set on the version, so any number of replicas may write; a change that came too
 * late is applied again to what is there now. Within one process writers of the same assessment take turns, which only
 * spares them vain tries.
 */
@Component
class ChangingAssessment {
    private static final int TRIES = 50;

    private final Assessments assessments;
    private final Instruments instruments;
    private final ReentrantLock[] turns =
            Stream.generate(() -> new ReentrantLock(true)).limit(64).toArray(ReentrantLock[]::new);

    ChangingAssessment(Assessments assessments, Instruments instruments) {
        this.assessments = assessments;
        this.instruments = instruments;
    }

    /**
     * Applies a change to the newest state, again if somebody else was faster.
     *
     * @param change tells whether it changed anything; may throw to refuse
     */
    Scored change(UUID id, BiPredicate<Assessment, Instrument> change) {
        var turn = turns[Math.floorMod(id.hashCode(), turns.length)];
        turn.lock();
        try {
            for (int tried = 0; tried < TRIES; tried++) {
                try {
                    return tryTo(change, id);
                } catch (OptimisticLockingFailureException overtaken) {
                    Thread.onSpinWait();
                }
            }
        } finally {
            turn.unlock();
        }
        throw new TooBusy(id);
    }

    private Scored tryTo(BiPredicate<Assessment, Instrument> change, UUID id) {
        var assessment = assessments.findById(id).orElseThrow(() -> new NotThere("assessment", id));
        var before = instruments.get(assessment.instrument(), assessment.institutionId());
        boolean changed = change.test(assessment, before);
        var instrument = assessment.instrument().equals(before.key())
                ? before
                : instruments.get(assessment.instrument(), assessment.institutionId());
        var sheet = Scoring.score(instrument, assessment.values());
        if (!changed) {
            return new Scored(assessment, instrument, sheet);
        }
        assessment.stand(Standing.of(instrument, sheet));
        return new Scored(assessments.save(assessment), instrument, sheet);
    }
}
