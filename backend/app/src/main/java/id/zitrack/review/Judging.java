package id.zitrack.review;

import id.zitrack.assessment.AssessmentLookup;
import id.zitrack.assessment.AssessmentStages;
import id.zitrack.assessment.AssessmentView;
import id.zitrack.identity.Action;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.NotInThisStage;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InvalidAnswer;
import id.zitrack.instrument.Question;
import id.zitrack.platform.NotThere;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Giving verdicts with one's own voice; the unit's answers and the other voices stay as they are. */
@Component
class Judging {
    private static final int TRIES = 20;
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

    private final AssessmentLookup assessments;
    private final AssessmentStages stages;
    private final VoiceSheets sheets;
    private final FindingReviews finding;
    private final WatchingEvidence watching;
    private final ChangingReview changing;
    private final CurrentPerson current;
    private final Clock clock;

    Judging(
            AssessmentLookup assessments,
            AssessmentStages stages,
            VoiceSheets sheets,
            FindingReviews finding,
            WatchingEvidence watching,
            ChangingReview changing,
            CurrentPerson current,
            Clock clock) {
        this.assessments = assessments;
        this.stages = stages;
        this.sheets = sheets;
        this.finding = finding;
        this.watching = watching;
        this.changing = changing;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Gives a verdict or changes it.
     *
     * @param zeroWorth what the verdict is worth because it divides by zero; only for those who lead, and with a remark
     * @param reported the versions of evidence on the assessor's screen; null for those that count now
     */
    void judge(
            UUID id,
            String code,
            long seenRevision,
            @Nullable String value,
            @Nullable String remark,
            @Nullable String zeroWorth,
            @Nullable Map<UUID, Integer> reported) {
        var assessment = assessment(id);
        var question = question(instrument(assessment), code);
        var verdict = read(question, value);
        var decided = trimmed(zeroWorth);
        var worth = decided == null ? null : worth(assessment, question, verdict, remark, decided);
        var answer = assessment.value(code);
        var seen = watching.on(id).seen(code, reported);
        speak(
                assessment,
                sheet -> sheet.judge(
                        code,
                        seenRevision,
                        verdict,
                        trimmed(remark),
                        worth,
                        verdict == null ? null : answer,
                        seen,
                        clock.instant()));
    }

    /** Takes one's own verdict and remark back; nothing happens where there is none. */
    void withdraw(UUID id, String code) {
        var assessment = assessment(id);
        question(instrument(assessment), code);
        speak(assessment, sheet -> sheet.on(code).ifPresent(it -> sheet.putBack(code, null, clock.instant())));
    }

    /**
     * Agrees with the unit on every answered question that still waits for a verdict.
     *
     * @param codes only these, where one's own verdict is missing; null for all that nobody has judged
     */
    void agree(UUID id, @Nullable Collection<String> codes) {
        var findings = finding.findings(id);
        var assessment = findings.assessment();
        var wanted = new HashSet<>(codes == null ? findings.notJudged() : codes);
        if (codes != null) {
            codes.forEach(it -> question(findings.instrument(), it));
        }
        var evidence = watching.on(id);
        speak(assessment, sheet -> {
            for (var answer : assessment.values().entrySet()) {
                boolean judged = sheet.on(answer.getKey())
                        .filter(it -> it.judges(answer.getValue()))
                        .isPresent();
                if (wanted.contains(answer.getKey()) && !judged) {
                    sheet.agree(
                            answer.getKey(), answer.getValue(), evidence.seen(answer.getKey(), null), clock.instant());
                }
            }
        });
    }

    /** The caller's voice on a unit, if they have one there. */
    Optional<Voice> voice(UUID unitId) {
        return Voice.among(current.rolesOn(unitId));
    }

    private void speak(AssessmentView assessment, Consumer<VoiceSheet> words) {
        var id = assessment.id();
        var voice = voice(assessment.unitId())
                .orElseThrow(() -> new AccessDeniedException("No voice on unit " + assessment.unitId()));
        stages.takeUp(id, current.id());
        var sheetId = VoiceSheet.idFor(id, voice, current.id());
        if (!finding.review(id).sheetIds().contains(sheetId)) {
            changing.change(id, it -> it.register(sheetId));
        }
        var before = new HashMap<String, Verdict>();
        change(sheetId, id, voice, sheet -> {
            before.clear();
            sheet.verdicts().forEach(it -> before.put(it.code(), it));
            words.accept(sheet);
        });
        var stage = assessment(id).stage();
        if (!Action.JUDGE.isFor(current.rolesOn(assessment.unitId()), stage)) {
            // Somebody accepted, returned or handed it on between our look and our word: it does not count any more.
            change(sheetId, id, voice, sheet -> putBack(sheet, before));
            throw new NotInThisStage(Action.JUDGE, stage);
        }
        changing.summarize(id);
    }

    private void putBack(VoiceSheet sheet, Map<String, Verdict> before) {
        sheet.verdicts().stream()
                .filter(it -> !it.equals(before.get(it.code())))
                .forEach(it -> sheet.putBack(it.code(), before.get(it.code()), clock.instant()));
    }

    private void change(String sheetId, UUID id, Voice voice, Consumer<VoiceSheet> words) {
        for (int tried = 0; tried < TRIES; tried++) {
            var sheet = sheets.findById(sheetId).orElseGet(() -> VoiceSheet.blank(id, voice, current.id()));
            words.accept(sheet);
            try {
                sheets.save(sheet);
                return;
            } catch (OptimisticLockingFailureException | DuplicateKeyException overtaken) {
                Thread.onSpinWait();
            }
        }
        throw new OptimisticLockingFailureException("Voice sheet " + sheetId + " is changed in too many places");
    }

    private AssessmentView assessment(UUID id) {
        return assessments.find(id).orElseThrow(() -> new NotThere("assessment", id));
    }

    private Instrument instrument(AssessmentView assessment) {
        return finding.instrument(assessment.instrument(), assessment.institutionId());
    }

    static Question question(Instrument instrument, String code) {
        return instrument
                .find(code)
                .filter(Question.class::isInstance)
                .map(Question.class::cast)
                .orElseThrow(() -> new NotThere("question", code));
    }

    private static @Nullable String read(Question question, @Nullable String value) {
        var text = trimmed(value);
        if (text == null) {
            return null;
        }
        try {
            return question.type().parse(text).text();
        } catch (InvalidAnswer invalid) {
            throw new VerdictInvalid(question.code(), String.valueOf(invalid.getMessage()));
        }
    }

    private String worth(
            AssessmentView assessment,
            Question question,
            @Nullable String verdict,
            @Nullable String remark,
            String zeroWorth) {
        if (voice(assessment.unitId()).filter(it -> it != Voice.MEMBER).isEmpty()) {
            throw new AccessDeniedException("Only lead and controller say what a zero denominator is worth");
        }
        if (verdict == null) {
            throw new VerdictInvalid(question.code(), "nilai pengganti memerlukan putusan");
        }
        if (trimmed(remark) == null) {
            throw new VerdictInvalid(question.code(), "nilai pengganti memerlukan catatan yang menjelaskan alasannya");
        }
        if (!DECIMAL.matcher(zeroWorth).matches()) {
            throw new VerdictInvalid(question.code(), "nilai pengganti harus angka 0 sampai 1, misalnya 0.5");
        }
        var worth = new BigDecimal(zeroWorth);
        try {
            question.type().withZeroWorth(question.type().parse(verdict), worth);
        } catch (InvalidAnswer invalid) {
            throw new VerdictInvalid(question.code(), String.valueOf(invalid.getMessage()));
        }
        return worth.toPlainString();
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
