package id.zitrack.assessment;

import static java.util.stream.Collectors.toMap;

import id.zitrack.identity.Stage;
import id.zitrack.instrument.InstrumentKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An assessment with its answers as other rooms may read it.
 *
 * @param instrumentHash of the instrument when the assessment was begun
 * @param revision changes with every change of the assessment or one of its answers
 * @param answers by question code, including blank ones that were filled before
 * @param returned what the assessors sent back last, also after it was submitted again
 * @param openCodes the only questions that may be answered; null for all
 * @param answersRevision changes only with the answers
 * @param due until when the unit may repair what was sent back
 * @param submittedAt the last time it was submitted
 */
public record AssessmentView(
        UUID id,
        UUID institutionId,
        UUID unitId,
        UUID periodId,
        InstrumentKey instrument,
        String instrumentHash,
        Stage stage,
        long revision,
        long answersRevision,
        Map<String, AnswerView> answers,
        List<ReturnedQuestion> returned,
        @Nullable Set<String> openCodes,
        @Nullable LocalDate due,
        @Nullable Instant submittedAt,
        Instant createdAt,
        Instant updatedAt,
        List<Transition> history,
        Standing standing) {

    /** The answers that are not blank, by question code, as scoring reads them. */
    public Map<String, String> values() {
        return answers.values().stream()
                .filter(it -> it.value() != null)
                .collect(toMap(AnswerView::code, AssessmentView::valueOf, (one, other) -> one, LinkedHashMap::new));
    }

    /** The answer to a question, or null while it is blank. */
    public @Nullable String value(String code) {
        var answer = answers.get(code);
        return answer == null ? null : answer.value();
    }

    /** Whether the unit may work on this question now, as far as the stage and what was sent back go. */
    public boolean isOpen(String code) {
        return stage.isWithUnit() && (openCodes == null || openCodes.contains(code));
    }

    /** The same with no question open. */
    AssessmentView locked() {
        return new AssessmentView(
                id,
                institutionId,
                unitId,
                periodId,
                instrument,
                instrumentHash,
                stage,
                revision,
                answersRevision,
                answers,
                returned,
                Set.of(),
                due,
                submittedAt,
                createdAt,
                updatedAt,
                history,
                standing);
    }

    private static String valueOf(AnswerView answer) {
        var value = answer.value();
        if (value == null) {
            throw new IllegalStateException("Blank answers have no value: " + answer.code());
        }
        return value;
    }
}
