package id.zitrack.review;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.assessment.AnswerView;
import id.zitrack.assessment.AssessmentView;
import id.zitrack.assessment.Standing;
import id.zitrack.identity.Stage;
import id.zitrack.instrument.ChoiceType;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentReader;
import id.zitrack.scoring.Scoring;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final UUID ASSESSMENT = UUID.randomUUID();

    private static Instrument instrument;
    private static String first;
    private static String second;
    private static String best;
    private static String worst;

    @BeforeAll
    static void anInstrumentWithChoices() {
        instrument = new InstrumentReader().readBundled("lke-90-2021");
        var question = instrument.questions().stream()
                .filter(it -> it.type() instanceof ChoiceType)
                .findFirst()
                .orElseThrow();
        var choices = ((ChoiceType) question.type()).choices();
        first = question.code();
        best = choices.get(0).value();
        worst = choices.get(choices.size() - 1).value();
        second = instrument.questions().stream()
                .filter(it -> !it.code().equals(first) && it.type().equals(question.type()))
                .findFirst()
                .orElseThrow()
                .code();
    }

    @Test
    void theWeightiestVoiceCounts() {
        var member = sheet(Voice.MEMBER, first, worst, best, NOW);
        var lead = sheet(Voice.LEAD, first, best, best, NOW.minusSeconds(60));

        var findings = findings(Map.of(first, best), member, lead);

        assertThat(effective(findings).voice()).isEqualTo(Voice.LEAD);
        assertThat(effective(findings).value()).isEqualTo(best);
    }

    @Test
    void amongMembersTheLatestCounts() {
        var early = sheet(Voice.MEMBER, first, best, best, NOW);
        var late = sheet(Voice.MEMBER, first, worst, best, NOW.plusSeconds(60));

        var findings = findings(Map.of(first, best), late, early);

        assertThat(effective(findings).personId()).isEqualTo(late.personId());
    }

    @Test
    void aVerdictOnAnAnswerThatChangedDoesNotCount() {
        var lead = sheet(Voice.LEAD, first, worst, worst, NOW);
        var member = sheet(Voice.MEMBER, first, best, best, NOW);

        var findings = findings(Map.of(first, best), lead, member);

        assertThat(effective(findings).voice()).isEqualTo(Voice.MEMBER);
        assertThat(lead.on(first).orElseThrow().isStale(best)).isTrue();
    }

    @Test
    void everyAnsweredQuestionWaitsForAVerdict() {
        var lead = sheet(Voice.LEAD, first, best, best, NOW);

        var findings = findings(Map.of(first, best, second, best), lead);

        assertThat(findings.notJudged()).containsExactly(second);
        assertThat(findings.judged()).isEqualTo(1);
        assertThat(findings.toJudge()).isEqualTo(2);
        assertThat(findings.isComplete()).isFalse();
    }

    @Test
    void aRemarkWithoutVerdictJudgesNothing() {
        var lead = VoiceSheet.blank(ASSESSMENT, Voice.LEAD, UUID.randomUUID());
        lead.judge(first, 0, null, "Tunggu dokumen", null, null, List.of(), NOW);

        assertThat(findings(Map.of(first, best), lead).judged()).isZero();
    }

    @Test
    void disagreementCostsWhatItTakesFromTheTotal() {
        var lead = sheet(Voice.LEAD, first, worst, best, NOW);
        var unit = Map.of(first, best, second, best);
        var judged = Map.of(first, worst, second, best);

        var disagreements = findings(unit, lead).disagreements();

        assertThat(disagreements).hasSize(1);
        assertThat(disagreements.get(0).cost())
                .isEqualTo(Scoring.score(instrument, unit)
                        .strict()
                        .total()
                        .minus(Scoring.score(instrument, judged).strict().total()));
        assertThat(disagreements.get(0).cost().signum()).isPositive();
    }

    private static Findings.Effective effective(Findings findings) {
        return Objects.requireNonNull(findings.effective().get(first));
    }

    private static VoiceSheet sheet(Voice voice, String code, String value, String judgedAnswer, Instant at) {
        var sheet = VoiceSheet.blank(ASSESSMENT, voice, UUID.randomUUID());
        sheet.judge(code, 0, value, null, null, judgedAnswer, List.of(), at);
        return sheet;
    }

    private static Findings findings(Map<String, String> unit, VoiceSheet... sheets) {
        var answers = new TreeMap<String, AnswerView>();
        unit.forEach((code, value) -> answers.put(code, new AnswerView(code, value, null, 1, UUID.randomUUID(), NOW)));
        var assessment = new AssessmentView(
                ASSESSMENT,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                instrument.key(),
                instrument.hash(),
                Stage.UNDER_REVIEW,
                1,
                1,
                answers,
                List.of(),
                null,
                null,
                NOW,
                NOW,
                NOW,
                List.of(),
                Standing.of(instrument, Scoring.score(instrument, unit)));
        return new Findings(assessment, instrument, Arrays.asList(sheets));
    }
}
