package id.zitrack.review;

import id.zitrack.scoring.ScoreSheet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The review of one assessment as other rooms may read it.
 *
 * @param voices every assessor's verdicts
 * @param effective the verdict that counts, by question code in sheet order
 * @param sheet what the effective verdicts are worth
 * @param disagreements where the effective verdict differs from the unit's answer, the costliest first
 * @param judged how many of the answered questions have an effective verdict
 * @param toJudge how many questions the unit answered
 */
public record ReviewView(
        UUID assessmentId,
        List<VoiceView> voices,
        Map<String, EffectiveVerdict> effective,
        ScoreSheet sheet,
        List<DisagreementView> disagreements,
        List<Mark> marks,
        int judged,
        int toJudge) {

    /** Whether every answered question has a verdict. */
    public boolean isComplete() {
        return toJudge > 0 && judged == toJudge;
    }

    /** One assessor's verdicts in one capacity, by question code. */
    public record VoiceView(Voice voice, UUID personId, Map<String, Verdict> verdicts) {}

    /** The verdict that counts on one question, and whose it is. */
    public record EffectiveVerdict(String code, String value, Voice voice, UUID personId) {}

    /**
     * A question on which the assessors see it differently.
     *
     * @param unit null if the unit left it blank
     * @param cost points of the total that the unit loses by it, as a decimal; below zero if it gains
     */
    public record DisagreementView(String code, @Nullable String unit, String tpi, String cost) {}
}
