package id.zitrack.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.zitrack.identity.NotInThisStage;
import id.zitrack.identity.Stage;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.InstrumentKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssessmentTest {
    private static final UUID SITI = UUID.randomUUID();
    private static final UUID BUDI = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final Standing BLANK = new Standing("", "0", "0", "0", 0, 3, List.of(), List.of(), List.of());

    private final Assessment assessment = Assessment.begin(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            new InstrumentKey("checklist", "1"),
            "abc",
            BLANK,
            SITI,
            NOW);

    @Test
    void aUnitHasOneIdPerPeriod() {
        var unit = UUID.randomUUID();
        var period = UUID.randomUUID();

        assertThat(Assessment.idFor(unit, period))
                .isEqualTo(Assessment.idFor(unit, period))
                .isNotEqualTo(Assessment.idFor(period, unit))
                .isNotEqualTo(Assessment.idFor(unit, UUID.randomUUID()));
    }

    @Test
    void eachAnswerCountsItsOwnRevisions() {
        assessment.answer("P.1", 0, "Ya", null, SITI, NOW);
        assessment.answer("P.1", 1, "Tidak", "keliru", SITI, NOW);
        assessment.answer("P.2", 0, "Ya", null, BUDI, NOW);

        assertThat(revision("P.1")).isEqualTo(2);
        assertThat(revision("P.2")).isEqualTo(1);
        assertThat(assessment.view().answersRevision()).isEqualTo(3);
    }

    @Test
    void anAnswerToAnOldRevisionIsRefusedWithWhatIsThere() {
        assessment.answer("P.1", 0, "Ya", null, SITI, NOW);

        assertThatThrownBy(() -> assessment.answer("P.1", 0, "Tidak", null, BUDI, NOW))
                .isInstanceOfSatisfying(
                        AnswerChanged.class,
                        it -> assertThat(it.answer()).isEqualTo(new AnswerView("P.1", "Ya", null, 1, SITI, NOW)));
        assertThat(assessment.values()).containsEntry("P.1", "Ya");
    }

    @Test
    void aRequestRepeatedAfterALostReplyChangesNothing() {
        assessment.answer("P.1", 0, "Ya", "lihat SK", SITI, NOW);

        boolean changed = assessment.answer("P.1", 0, "Ya", "lihat SK", SITI, NOW.plusSeconds(5));

        assertThat(changed).isFalse();
        assertThat(revision("P.1")).isEqualTo(1);
    }

    @Test
    void aBlankedAnswerKeepsCounting() {
        assessment.answer("P.1", 0, "Ya", null, SITI, NOW);
        assessment.answer("P.1", 1, null, null, SITI, NOW);

        assertThat(assessment.values()).isEmpty();
        assertThat(revision("P.1")).isEqualTo(2);
    }

    @Test
    void anImportLeavesNotesAsTheyAreUnlessItBringsSome() {
        assessment.answer("P.1", 0, "Ya", "lihat SK", SITI, NOW);

        assessment.replace("P.1", "Tidak", null, BUDI, NOW);

        assertThat(assessment.view().answers().get("P.1"))
                .isEqualTo(new AnswerView("P.1", "Tidak", "lihat SK", 2, BUDI, NOW));
    }

    @Test
    void aSubmittedAssessmentIsLocked() {
        assessment.submit(SITI, NOW);

        assertThatThrownBy(() -> assessment.answer("P.1", 0, "Ya", null, SITI, NOW))
                .isInstanceOf(NotInThisStage.class);
        assertThatThrownBy(() -> assessment.submit(SITI, NOW)).isInstanceOf(NotInThisStage.class);
    }

    @Test
    void whatIsSentBackOpensOnlyTheNamedQuestions() {
        assessment.submit(SITI, NOW);
        assessment.sendBack(
                List.of(new ReturnedQuestion("P.2", "SK belum ditandatangani", null)), null, null, BUDI, NOW);

        assessment.answer("P.2", 0, "Ya", null, SITI, NOW);

        assertThat(assessment.isOpen("P.2")).isTrue();
        assertThatThrownBy(() -> assessment.answer("P.1", 0, "Ya", null, SITI, NOW))
                .isInstanceOf(QuestionLocked.class);
    }

    @Test
    void sentBackWithAMessageOnlyOpensEverything() {
        var due = LocalDate.of(2026, 3, 9);
        assessment.submit(SITI, NOW);
        assessment.sendBack(List.of(), "Periksa lagi semua area", due, BUDI, NOW);

        assertThat(assessment.view().openCodes()).isNull();
        assertThat(assessment.isOpen("P.1")).isTrue();
        assertThat(assessment.view().due()).isEqualTo(due);
    }

    @Test
    void sendingBackNeedsAReason() {
        assessment.submit(SITI, NOW);

        assertThatThrownBy(() -> assessment.sendBack(List.of(), null, null, BUDI, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takingUpTwiceIsOneStep() {
        assessment.submit(SITI, NOW);

        assertThat(assessment.takeUp(BUDI, NOW)).isTrue();
        assertThat(assessment.takeUp(BUDI, NOW)).isFalse();
        assertThat(assessment.stage()).isEqualTo(Stage.UNDER_REVIEW);
    }

    @Test
    void theHistoryTellsTheWholePath() {
        assessment.submit(SITI, NOW);
        assessment.takeUp(BUDI, NOW);
        assessment.sendBack(List.of(), "Lengkapi", null, BUDI, NOW);
        assessment.submit(SITI, NOW);
        assessment.accept(BUDI, NOW);
        assessment.close(BUDI, NOW);
        assessment.reopen("Ada bukti baru", BUDI, NOW);

        assertThat(assessment.view().history())
                .extracting(Transition::to)
                .containsExactly(
                        Stage.DRAFT,
                        Stage.SUBMITTED,
                        Stage.UNDER_REVIEW,
                        Stage.RETURNED,
                        Stage.SUBMITTED,
                        Stage.ACCEPTED,
                        Stage.CLOSED,
                        Stage.UNDER_REVIEW);
        assertThat(assessment.view().history().get(3).reason()).isEqualTo("Lengkapi");
    }

    @Test
    void aClockThatWasSetBackNeitherTurnsTheHistoryNorLosesAnswers() {
        var earlier = NOW.minusSeconds(86_400);
        assessment.answer("P.1", 0, "Ya", null, SITI, NOW);
        assessment.answer("P.1", 1, "Tidak", null, SITI, earlier);
        assessment.submit(SITI, earlier);
        assessment.takeUp(BUDI, earlier.minusSeconds(5));

        assertThat(assessment.values()).containsEntry("P.1", "Tidak");
        assertThat(revision("P.1")).isEqualTo(2);
        assertThat(assessment.view().history())
                .extracting(Transition::to)
                .containsExactly(Stage.DRAFT, Stage.SUBMITTED, Stage.UNDER_REVIEW);
    }

    @Test
    void eachStepKeepsWhatWasSaid() {
        var with = new Particulars("B/9/2026", LocalDate.of(2026, 3, 1), null, Award.WBK, null, null, null);
        assessment.submit(SITI, NOW);
        assessment.accept(BUDI, NOW);
        assessment.close(BUDI, NOW);

        assessment.take(Step.NOMINATE, "Siap", with, BUDI, NOW);

        var taken = assessment.view().history().get(4);
        assertThat(taken)
                .isEqualTo(new Transition(NOW, BUDI, Stage.CLOSED, Stage.NOMINATED, "Siap", Step.NOMINATE, with));
    }

    @Test
    void noStepBeginsElsewhereThanTheTableSays() {
        for (var stage : Stage.values()) {
            for (var step : Step.values()) {
                var one = StepPaths.at(stage, UUID.randomUUID(), UUID.randomUUID(), BLANK, SITI, NOW);

                if (step.from().contains(stage)) {
                    one.take(step, null, null, SITI, NOW);
                    assertThat(one.stage()).as("%s at %s", step, stage).isEqualTo(step.to());
                } else {
                    assertThatThrownBy(() -> one.take(step, null, null, SITI, NOW))
                            .as("%s at %s", step, stage)
                            .isInstanceOf(NotInThisStage.class);
                    assertThat(one.stage()).isEqualTo(stage);
                }
            }
        }
    }

    @Test
    void closingTwiceIsRefusedTheSecondTime() {
        assessment.submit(SITI, NOW);
        assessment.accept(BUDI, NOW);
        assessment.close(BUDI, NOW);

        assertThatThrownBy(() -> assessment.close(SITI, NOW)).isInstanceOf(NotInThisStage.class);
    }

    private long revision(String code) {
        return Objects.requireNonNull(assessment.answerTo(code)).revision();
    }
}
