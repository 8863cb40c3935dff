package id.zitrack.assessment;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Question;
import id.zitrack.platform.NotThere;
import id.zitrack.scoring.Scoring;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Handing the sheet to the assessors, with open eyes about what is blank or unproven. */
@Component
class SubmittingAssessment {
    private final Assessments assessments;
    private final Instruments instruments;
    private final ChangingAssessment changing;
    private final List<SubmissionCheck> checks;
    private final CurrentPerson current;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SubmittingAssessment(
            Assessments assessments,
            Instruments instruments,
            ChangingAssessment changing,
            List<SubmissionCheck> checks,
            CurrentPerson current,
            Clock clock,
            ApplicationEventPublisher events) {
        this.assessments = assessments;
        this.instruments = instruments;
        this.changing = changing;
        this.checks = checks;
        this.current = current;
        this.clock = clock;
        this.events = events;
    }

    /** What is still missing, without submitting. */
    record Findings(List<Gap> blank, List<Gap> unproven, List<Warning> warnings) {
        boolean areNone() {
            return blank.isEmpty() && unproven.isEmpty();
        }
    }

    Findings check(UUID id) {
        var assessment = assessments.findById(id).orElseThrow(() -> new NotThere("assessment", id));
        return check(assessment.view());
    }

    Findings check(AssessmentView assessment) {
        return check(assessment, instruments.get(assessment.instrument(), assessment.institutionId()));
    }

    Scored submit(UUID id, boolean acceptGaps) {
        var submitted = changing.change(id, (assessment, instrument) -> {
            var findings = check(assessment.view(), instrument);
            if (!findings.areNone() && !acceptGaps) {
                throw new NotComplete(findings.blank(), findings.unproven());
            }
            assessment.submit(current.id(), clock.instant());
            return true;
        });
        var view = submitted.assessment().view();
        events.publishEvent(new AssessmentSubmitted(
                view.id(), view.institutionId(), view.unitId(), view.periodId(), current.id(), view.updatedAt()));
        return submitted;
    }

    private Findings check(AssessmentView view, Instrument instrument) {
        var values = view.values();
        var unproven = new HashSet<String>();
        checks.forEach(it -> unproven.addAll(it.unproven(view)));
        return new Findings(
                gaps(instrument, it -> !values.containsKey(it.code())),
                gaps(instrument, it -> unproven.contains(it.code())),
                Warning.of(Scoring.score(instrument, values)));
    }

    private static List<Gap> gaps(Instrument instrument, Predicate<Question> which) {
        return instrument.questions().stream()
                .filter(which)
                .map(it -> new Gap(it.code(), it.label().in(RequestLanguage.get())))
                .toList();
    }
}
