package id.zitrack.review;

import id.zitrack.assessment.AssessmentView;
import id.zitrack.assessment.LeftBehind;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Question;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts verdicts that count now and would not after a move: their question, or the answer they judge, does not fit. */
@Component
class VerdictsLeftBehind implements LeftBehind {
    private final FindingReviews finding;

    VerdictsLeftBehind(FindingReviews finding) {
        this.finding = finding;
    }

    @Override
    public Kind kind() {
        return Kind.VERDICT;
    }

    @Override
    public Map<String, Integer> byQuestion(AssessmentView assessment, Instrument to) {
        var counts = new TreeMap<String, Integer>();
        for (var sheet : finding.findings(assessment.id()).sheets()) {
            for (var verdict : sheet.verdicts()) {
                var answer = assessment.value(verdict.code());
                if (verdict.judges(answer) && !staysWith(verdict, answer, to)) {
                    counts.merge(verdict.code(), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static boolean staysWith(Verdict verdict, @Nullable String answer, Instrument to) {
        return to.find(verdict.code()).orElse(null) instanceof Question question
                && verdict.fits(question)
                && (answer == null || question.accepts(answer));
    }
}
