package id.zitrack.assessment;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.Role;
import id.zitrack.instrument.Area;
import id.zitrack.instrument.Group;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InvalidAnswer;
import id.zitrack.instrument.Node;
import id.zitrack.instrument.Question;
import id.zitrack.platform.DomainProblem;
import id.zitrack.platform.NotThere;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answering questions, one at a time from the worksheet or many at once from a file. */
@Component
class Answering {
    private final ChangingAssessment changing;
    private final Deadlines deadlines;
    private final CurrentPerson current;
    private final Clock clock;

    Answering(ChangingAssessment changing, Deadlines deadlines, CurrentPerson current, Clock clock) {
        this.changing = changing;
        this.deadlines = deadlines;
        this.current = current;
        this.clock = clock;
    }

    Scored answer(UUID id, String code, long seenRevision, @Nullable String value, @Nullable String note) {
        return changing.change(id, (assessment, instrument) -> {
            deadlines.requireNotPassed(assessment.view());
            var question = question(instrument, code);
            requireOwnArea(assessment, instrument, code);
            return assessment.answer(
                    code, seenRevision, read(question, value), trimmed(note), current.id(), clock.instant());
        });
    }

    /** Takes all of the answers or none of them. */
    Scored answerAll(UUID id, List<NewAnswer> answers) {
        return changing.change(id, (assessment, instrument) -> {
            deadlines.requireNotPassed(assessment.view());
            var errors = new ArrayList<BadAnswer>();
            var seen = new HashSet<String>();
            boolean changed = false;
            for (var answer : answers) {
                var code = answer.code();
                try {
                    if (!seen.add(code)) {
                        throw new AnswerInvalid(code, "kode ini muncul lebih dari sekali");
                    }
                    var question = question(instrument, code);
                    requireOwnArea(assessment, instrument, code);
                    changed |= assessment.replace(
                            code,
                            read(question, answer.value()),
                            trimmed(answer.note()),
                            current.id(),
                            clock.instant());
                } catch (AnswerInvalid | AnotherArea | QuestionLocked | NotThere problem) {
                    errors.add(new BadAnswer(code, problem.slug(), reason(problem)));
                }
            }
            if (!errors.isEmpty()) {
                throw new AnswersInvalid(errors);
            }
            return changed;
        });
    }

    private void requireOwnArea(Assessment assessment, Instrument instrument, String code) {
        if (current.rolesOn(assessment.unitId()).contains(Role.UNIT_COORDINATOR)) {
            return;
        }
        var own = current.areasOn(assessment.unitId());
        if (!own.isEmpty()
                && areaOf(instrument, code)
                        .filter(it -> own.contains(it.code()))
                        .isEmpty()) {
            throw new AnotherArea(code);
        }
    }

    private static Question question(Instrument instrument, String code) {
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
            throw new AnswerInvalid(question.code(), String.valueOf(invalid.getMessage()));
        }
    }

    private static Optional<Area> areaOf(Instrument instrument, String code) {
        return instrument.areas().stream()
                .filter(area -> area.nodes().stream().anyMatch(node -> holds(instrument.node(node), code)))
                .findFirst();
    }

    private static boolean holds(Node node, String code) {
        return node.code().equals(code)
                || (node instanceof Group group && group.children().stream().anyMatch(child -> holds(child, code)));
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String reason(DomainProblem problem) {
        var reason = problem.extras().get("reason");
        return reason instanceof String words ? words : String.valueOf(problem.getMessage());
    }
}
