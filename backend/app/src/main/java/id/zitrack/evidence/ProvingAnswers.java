package id.zitrack.evidence;

import id.zitrack.assessment.AssessmentView;
import id.zitrack.assessment.SubmissionCheck;
import id.zitrack.catalog.InstrumentCatalog;
import id.zitrack.instrument.AnswerType;
import id.zitrack.instrument.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says which answers nothing proves: those that claim points or a measured result and have no file one can open. */
@Component
class ProvingAnswers implements SubmissionCheck {
    private final EvidenceLookup evidence;
    private final InstrumentCatalog instruments;

    ProvingAnswers(EvidenceLookup evidence, InstrumentCatalog instruments) {
        this.evidence = evidence;
        this.instruments = instruments;
    }

    @Override
    public Collection<String> unproven(AssessmentView assessment) {
        var instrument = instruments.find(assessment.instrument(), assessment.institutionId());
        if (instrument.isEmpty()) {
            return List.of();
        }
        var proved = evidence.availablePerQuestion(assessment.id());
        var answers = assessment.values();
        var unproven = new ArrayList<String>();
        for (Question question : instrument.get().questions()) {
            var answer = answers.get(question.code());
            if (answer != null && claims(question.type(), answer) && !proved.containsKey(question.code())) {
                unproven.add(question.code());
            }
        }
        return unproven;
    }

    /** An answer worth nothing needs no proof; a measured result without points still does, it decides a gate. */
    private static boolean claims(AnswerType type, String answer) {
        return !type.scored() || type.parse(answer).numerator() > 0;
    }
}
