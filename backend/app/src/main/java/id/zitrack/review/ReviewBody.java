package id.zitrack.review;

import static java.util.stream.Collectors.toSet;

import id.zitrack.assessment.GateView;
import id.zitrack.assessment.PersonName;
import id.zitrack.assessment.ScoreMaps;
import id.zitrack.identity.Action;
import id.zitrack.identity.PersonView;
import id.zitrack.identity.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The review of one assessment as clients read it.
 *
 * @param myVoice the voice of the caller; null if they have none here
 * @param total how many questions the unit answered, which is how many wait for a verdict
 * @param notJudged answered questions without an effective verdict
 * @param may what the caller may do now
 */
record ReviewBody(
        Stage stage,
        List<VoiceBody> voices,
        @Nullable Voice myVoice,
        List<EffectiveBody> effective,
        ScoreMaps scores,
        GateView.Both gates,
        List<DisagreementBody> disagreements,
        List<MarkBody> marks,
        int judged,
        int total,
        List<String> notJudged,
        List<String> may) {

    /** One assessor's verdicts in one capacity. */
    record VoiceBody(Voice voice, PersonName person, boolean mine, List<VerdictBody> verdicts) {}

    /**
     * One verdict.
     *
     * @param zeroWorth what the answer is worth because it divides by zero; null for what the instrument says
     * @param stale whether the unit has changed its answer since, so that the verdict does not count
     * @param evidenceChanges what is different about the evidence since; the verdict still counts
     */
    record VerdictBody(
            String code,
            @Nullable String value,
            @Nullable String remark,
            @Nullable String zeroWorth,
            @Nullable String judgedAnswer,
            boolean stale,
            Instant at,
            long revision,
            List<EvidenceChange> evidenceChanges) {

        static VerdictBody of(Verdict verdict, @Nullable String answer, List<EvidenceChange> changes) {
            return new VerdictBody(
                    verdict.code(),
                    verdict.value(),
                    verdict.remark(),
                    verdict.zeroWorth(),
                    verdict.judgedAnswer(),
                    verdict.isStale(answer),
                    verdict.at(),
                    verdict.revision(),
                    changes);
        }
    }

    /** The verdict that counts on one question. */
    record EffectiveBody(String code, String value, Voice voice) {}

    /** Where it differs from the unit's answer, and how many points of the total that costs the unit. */
    record DisagreementBody(String code, @Nullable String unit, String tpi, String cost) {}

    /** A question that is to go back to the unit. */
    record MarkBody(String code, String reason, @Nullable LocalDate due, PersonName by, Instant at) {}

    /** What follows from all voices, sent after each verdict. */
    record ResultBody(
            ScoreMaps scores,
            GateView.Both gates,
            List<EffectiveBody> effective,
            List<DisagreementBody> disagreements,
            int judged,
            int total,
            List<String> notJudged) {

        static ResultBody of(Findings findings) {
            return new ResultBody(
                    ScoreMaps.of(findings.sheet()),
                    GateView.of(findings.sheet()),
                    findings.effective().values().stream()
                            .map(it -> new EffectiveBody(it.code(), it.value(), it.voice()))
                            .toList(),
                    findings.disagreements().stream()
                            .map(it -> new DisagreementBody(
                                    it.code(), it.unit(), it.tpi(), it.cost().toDecimalString()))
                            .toList(),
                    findings.judged(),
                    findings.toJudge(),
                    findings.notJudged());
        }
    }

    static Set<UUID> people(Findings findings, Review review) {
        return Stream.concat(
                        findings.sheets().stream().map(VoiceSheet::personId),
                        review.marks().stream().map(Mark::by))
                .collect(toSet());
    }

    static ReviewBody of(
            Findings findings,
            Review review,
            UUID caller,
            @Nullable Voice myVoice,
            Map<UUID, PersonView> people,
            List<Action> may,
            WatchingEvidence.Now evidence) {
        var result = ResultBody.of(findings);
        var assessment = findings.assessment();
        return new ReviewBody(
                assessment.stage(),
                findings.sheets().stream()
                        .map(sheet -> new VoiceBody(
                                sheet.voice(),
                                PersonName.of(sheet.personId(), people),
                                sheet.personId().equals(caller) && sheet.voice() == myVoice,
                                sheet.verdicts().stream()
                                        .map(it -> VerdictBody.of(it, assessment.value(it.code()), evidence.since(it)))
                                        .toList()))
                        .toList(),
                myVoice,
                result.effective(),
                result.scores(),
                result.gates(),
                result.disagreements(),
                review.marks().stream()
                        .map(it ->
                                new MarkBody(it.code(), it.reason(), it.due(), PersonName.of(it.by(), people), it.at()))
                        .toList(),
                result.judged(),
                result.total(),
                result.notJudged(),
                may.stream().map(Action::name).toList());
    }
}
