package id.zitrack.review;

import id.zitrack.instrument.Question;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one assessor says on one question.
 *
 * @param value null for a remark without a verdict
 * @param zeroWorth what the answer is worth because it divides by zero, as a decimal; null for what the instrument says
 * @param judgedAnswer what the unit had answered when the verdict was given; null if it was blank
 * @param seen which version of which evidence it was given on; null for a verdict from before this was kept
 * @param revision counts the changes of this one verdict, from 1
 */
public record Verdict(
        String code,
        @Nullable String value,
        @Nullable String remark,
        @Nullable String zeroWorth,
        @Nullable String judgedAnswer,
        Instant at,
        long revision,
        @Nullable List<SeenEvidence> seen) {

    static Verdict none(String code, Instant at, long revision) {
        return new Verdict(code, null, null, null, null, at, revision, null);
    }

    /** Whether this is a verdict on what the unit answers now; not if the unit has changed its answer since. */
    public boolean judges(@Nullable String answer) {
        return value != null && Objects.equals(judgedAnswer, answer);
    }

    /** Whether the verdict is an answer to its question as the instrument has it now. */
    boolean fits(Question question) {
        return value != null && question.accepts(value);
    }

    /** Whether the unit has changed its answer since this verdict was given. */
    public boolean isStale(@Nullable String answer) {
        return value != null && !Objects.equals(judgedAnswer, answer);
    }
}
