package id.zitrack.assessment;

import id.zitrack.identity.Action;
import id.zitrack.identity.PersonView;
import id.zitrack.identity.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One assessment as clients read it.
 *
 * @param openCodes the only questions that may be answered; null for all
 * @param may what the caller may do with it now
 * @param steps what the caller may do next with the whole, with what each still requires
 */
record AssessmentBody(
        UUID id,
        Headings.UnitName unit,
        Headings.PeriodDates period,
        Headings.InstrumentTitle instrument,
        Stage stage,
        long revision,
        List<AnswerBody> answers,
        List<ReturnedQuestion> returned,
        @Nullable Set<String> openCodes,
        @Nullable LocalDate due,
        int late,
        ScoreMaps scores,
        GateView.Both gates,
        List<ResultBody.ProgressBody> progress,
        List<Warning> warnings,
        int answered,
        int total,
        List<Step> history,
        @Nullable Instant submittedAt,
        Instant createdAt,
        Instant updatedAt,
        List<String> may,
        List<StepsBody.OfferedStep> steps) {

    /** One step of its history. */
    record Step(
            Instant at,
            PersonName by,
            @Nullable Stage from,
            Stage to,
            @Nullable String reason) {}

    static AssessmentBody of(
            Scored scored,
            AssessmentView view,
            Headings.Heading heading,
            Map<UUID, PersonView> people,
            List<Action> may,
            List<StepsBody.OfferedStep> steps) {
        var result = ResultBody.of(scored);
        return new AssessmentBody(
                view.id(),
                heading.unit(),
                heading.period(),
                heading.instrument(),
                view.stage(),
                view.revision(),
                scored.instrument().questions().stream()
                        .map(it -> view.answers().get(it.code()))
                        .filter(Objects::nonNull)
                        .map(it -> AnswerBody.of(it, people))
                        .toList(),
                view.returned(),
                view.openCodes(),
                heading.due(),
                heading.lateDays(),
                result.scores(),
                result.gates(),
                result.progress(),
                result.warnings(),
                result.answered(),
                result.total(),
                view.history().stream()
                        .map(it -> new Step(it.at(), PersonName.of(it.by(), people), it.from(), it.to(), it.reason()))
                        .toList(),
                view.submittedAt(),
                view.createdAt(),
                view.updatedAt(),
                may.stream().map(Action::name).toList(),
                steps);
    }
}
