package id.zitrack.review;

import static java.util.stream.Collectors.toMap;

import id.zitrack.assessment.AssessmentLookup;
import id.zitrack.assessment.ExplanationBody;
import id.zitrack.assessment.Headings;
import id.zitrack.identity.PersonLookup;
import id.zitrack.platform.NotThere;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Explaining the scores that the effective verdicts are worth. */
@Component
class ExplainingReview {
    private final FindingReviews finding;
    private final AssessmentLookup assessments;
    private final Headings headings;
    private final PersonLookup people;
    private final Clock clock;

    ExplainingReview(
            FindingReviews finding, AssessmentLookup assessments, Headings headings, PersonLookup people, Clock clock) {
        this.finding = finding;
        this.assessments = assessments;
        this.headings = headings;
        this.people = people;
        this.clock = clock;
    }

    ExplanationBody explain(UUID assessmentId, String node) {
        var findings = finding.findings(assessmentId);
        var assessment = findings.assessment();
        var line = assessments
                .ofUnit(assessment.unitId(), assessment.periodId())
                .orElseThrow(() -> new NotThere("assessment", assessmentId));
        var sources = findings.effective().values().stream()
                .flatMap(it -> source(findings, it).stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        var basis = new ExplanationBody.Basis(
                ExplanationBody.ScoreVoice.TPI,
                headings.of(line),
                findings.sheet(),
                assessment.answersRevision(),
                sources,
                people.byIds(sources.values().stream()
                        .map(ExplanationBody.Source::by)
                        .distinct()
                        .toList()),
                clock.instant());
        return ExplanationBody.of(basis, node);
    }

    private static Optional<Map.Entry<String, ExplanationBody.Source>> source(
            Findings findings, Findings.Effective effective) {
        return findings.sheets().stream()
                .filter(it -> it.voice() == effective.voice() && it.personId().equals(effective.personId()))
                .flatMap(it -> it.on(effective.code()).stream())
                .findFirst()
                .map(verdict -> Map.entry(
                        effective.code(),
                        new ExplanationBody.Source(
                                effective.personId(),
                                verdict.at(),
                                verdict.remark(),
                                effective.voice().name())));
    }
}
