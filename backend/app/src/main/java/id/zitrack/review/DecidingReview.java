package id.zitrack.review;

import static java.util.stream.Collectors.toSet;

import id.zitrack.assessment.AssessmentStages;
import id.zitrack.assessment.Headings;
import id.zitrack.assessment.ReturnedQuestion;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.platform.InvalidRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What lead and controller decide about the whole: send back, accept, close, take up again. */
@Component
class DecidingReview {
    private final FindingReviews finding;
    private final ChangingReview changing;
    private final AssessmentStages stages;
    private final Headings headings;
    private final CurrentPerson current;

    DecidingReview(
            FindingReviews finding,
            ChangingReview changing,
            AssessmentStages stages,
            Headings headings,
            CurrentPerson current) {
        this.finding = finding;
        this.changing = changing;
        this.stages = stages;
        this.headings = headings;
        this.current = current;
    }

    void sendBack(UUID id, @Nullable String message, @Nullable LocalDate due) {
        requireNotPast(due);
        var findings = finding.findings(id);
        var order =
                findings.instrument().questions().stream().map(it -> it.code()).toList();
        var marks = finding.review(id).marks().stream()
                .filter(it -> order.contains(it.code()))
                .sorted((one, other) -> Integer.compare(order.indexOf(one.code()), order.indexOf(other.code())))
                .toList();
        var until = due == null ? headings.repairDue(findings.assessment().periodId()) : due;
        var words = message == null || message.isBlank() ? null : message.strip();
        if (marks.isEmpty() && words == null) {
            throw new NothingToReturn();
        }
        List<ReturnedQuestion> questions = marks.stream()
                .map(it -> new ReturnedQuestion(it.code(), it.reason(), it.due() == null ? until : it.due()))
                .toList();
        stages.sendBack(id, questions, words, latest(questions, until), current.id());
        changing.change(id, it -> it.sent(marks.stream().collect(toSet())));
    }

    void requireNotPast(@Nullable LocalDate due) {
        if (due != null && due.isBefore(headings.today())) {
            throw new InvalidRequest("due", "tanggal ini sudah lewat");
        }
    }

    /** A sheet comes back as a whole: it is due when its last question is. */
    private static @Nullable LocalDate latest(List<ReturnedQuestion> questions, @Nullable LocalDate until) {
        var latest = until;
        for (var question : questions) {
            var due = question.due();
            if (due != null && (latest == null || due.isAfter(latest))) {
                latest = due;
            }
        }
        return latest;
    }

    void accept(UUID id) {
        var missing = finding.findings(id).notJudged();
        if (!missing.isEmpty()) {
            throw new NotJudgedCompletely(missing);
        }
        stages.accept(id, current.id());
        var withdrawn = finding.findings(id).notJudged();
        if (!withdrawn.isEmpty()) {
            // Somebody took a verdict back between our look and our step; it would have been accepted unjudged.
            stages.reopen(id, "Putusan ditarik pada saat yang sama: " + String.join(", ", withdrawn), current.id());
            throw new NotJudgedCompletely(withdrawn);
        }
    }

    void close(UUID id) {
        stages.close(id, current.id());
    }

    void reopen(UUID id, String reason) {
        stages.reopen(id, reason.strip(), current.id());
    }
}
