package id.zitrack.assessment;

import static java.util.stream.Collectors.toMap;

import id.zitrack.identity.PersonLookup;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.InvalidAnswer;
import id.zitrack.instrument.Question;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.NotThere;
import id.zitrack.scoring.CheapestPath;
import id.zitrack.scoring.ParsedAnswers;
import id.zitrack.scoring.Scoring;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reading a sheet's scores closer: why they are so, what would lift them, and what if. Nothing is stored. */
@Component
class ReadingScores {
    private final Assessments assessments;
    private final Instruments instruments;
    private final Headings headings;
    private final PersonLookup people;
    private final Clock clock;

    ReadingScores(
            Assessments assessments, Instruments instruments, Headings headings, PersonLookup people, Clock clock) {
        this.assessments = assessments;
        this.instruments = instruments;
        this.headings = headings;
        this.people = people;
        this.clock = clock;
    }

    ExplanationBody explain(UUID id, String node) {
        var assessment = find(id);
        var answers = assessment.view().answers();
        var sources = answers.values().stream()
                .collect(toMap(AnswerView::code, it -> new ExplanationBody.Source(it.by(), it.at(), it.note(), null)));
        var basis = new ExplanationBody.Basis(
                ExplanationBody.ScoreVoice.UNIT,
                headings.of(assessment.line()),
                Scoring.score(parsed(assessment)),
                assessment.view().answersRevision(),
                sources,
                people.byIds(
                        answers.values().stream().map(AnswerView::by).distinct().toList()),
                clock.instant());
        return ExplanationBody.of(basis, node);
    }

    PathBody cheapestPath(UUID id, Award award, Set<String> outOfReach) {
        var answers = parsed(find(id));
        for (var code : outOfReach) {
            if (!(answers.instrument().find(code).orElse(null) instanceof Question)) {
                throw new InvalidRequest("outOfReach", "Kode ini bukan pertanyaan pada instrumen lembar ini.");
            }
        }
        return PathBody.of(answers, award, CheapestPath.find(answers, award, outOfReach));
    }

    /** Scores a sheet as if some answers were others. */
    Scored tryAnswers(UUID id, List<TriedAnswer> tried) {
        var assessment = find(id);
        var answers = parsed(assessment);
        var errors = new ArrayList<BadAnswer>();
        var seen = new HashSet<String>();
        for (var answer : tried) {
            var code = answer.code();
            if (!seen.add(code)) {
                errors.add(new BadAnswer(code, "invalid-answer", "kode ini muncul lebih dari sekali"));
            } else if (!(answers.instrument().find(code).orElse(null) instanceof Question question)) {
                errors.add(new BadAnswer(code, "not-there", "pertanyaan ini tidak ada di instrumen"));
            } else {
                try {
                    answers = answers.with(question.code(), answer.value());
                } catch (InvalidAnswer invalid) {
                    errors.add(new BadAnswer(code, "invalid-answer", String.valueOf(invalid.getMessage())));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw new AnswersInvalid(errors);
        }
        return new Scored(assessment, answers.instrument(), Scoring.score(answers));
    }

    private ParsedAnswers parsed(Assessment assessment) {
        var instrument = instruments.get(assessment.instrument(), assessment.institutionId());
        return ParsedAnswers.parse(instrument, assessment.values());
    }

    private Assessment find(UUID id) {
        return assessments.findById(id).orElseThrow(() -> new NotThere("assessment", id));
    }
}
