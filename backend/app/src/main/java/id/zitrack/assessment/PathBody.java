package id.zitrack.assessment;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.Gate;
import id.zitrack.scoring.CheapestPath;
import id.zitrack.scoring.NearestAnswer;
import id.zitrack.scoring.ParsedAnswers;
import id.zitrack.scoring.Score;
import id.zitrack.scoring.Scoring;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fewest questions, then the fewest steps, that lift a sheet over every gate of an award.
 *
 * @param strict the strict total now, on which the gates are judged
 * @param gain points that all improvements bring together
 * @param steps of all improvements together
 * @param improvements in sheet order; empty where nothing is missing or there is no path
 * @param unreachable gates that not even the best answers would meet
 * @param unset gates without a threshold, about which nobody can say anything
 */
record PathBody(
        String award,
        CheapestPath.Outcome outcome,
        String strict,
        String gain,
        int steps,
        List<ImprovementBody> improvements,
        List<GateName> unreachable,
        List<GateName> unset) {

    /**
     * One question to improve.
     *
     * @param from the answer now; null while blank
     * @param to an answer that is enough and near the one there is; null where only the worth can be said
     * @param worth what the answer has to be worth, from 0 to 1; null where it brings no points
     * @param gain points of the whole sheet
     * @param alternatives questions that would do as well in its place
     */
    record ImprovementBody(
            String code,
            String label,
            @Nullable String from,
            @Nullable String to,
            @Nullable String worth,
            int steps,
            String gain,
            List<QuestionName> alternatives) {}

    /** A question by name. */
    record QuestionName(String code, String label) {}

    /** A gate by name. */
    record GateName(String id, String label) {}

    static PathBody of(ParsedAnswers answers, Award award, CheapestPath.Result found) {
        var gates = answers.instrument().gates(award);
        return new PathBody(
                award.key(),
                found.outcome(),
                Scoring.score(answers).strict().total().toDecimalString(),
                found.improvements().stream()
                        .map(CheapestPath.Improvement::gain)
                        .reduce(Score.ZERO, Score::plus)
                        .toDecimalString(),
                found.steps(),
                found.improvements().stream()
                        .map(it -> improvement(answers, it))
                        .toList(),
                names(gates, found.unreachable()),
                names(gates, found.unjudged()));
    }

    private static ImprovementBody improvement(ParsedAnswers answers, CheapestPath.Improvement found) {
        var question = answers.instrument().question(found.code());
        var to = found.to() != null
                ? found.to()
                : NearestAnswer.worth(question, answers.find(found.code()).orElse(null), found.value())
                        .orElse(null);
        return new ImprovementBody(
                found.code(),
                question.label().in(RequestLanguage.get()),
                found.from(),
                to,
                question.type().scored() ? found.value().toDecimalString() : null,
                found.steps(),
                found.gain().toDecimalString(),
                found.alternatives().stream()
                        .map(it -> new QuestionName(
                                it, answers.instrument().question(it).label().in(RequestLanguage.get())))
                        .toList());
    }

    private static List<GateName> names(List<Gate> gates, List<String> ids) {
        return gates.stream()
                .filter(it -> ids.contains(it.id()))
                .map(it -> new GateName(it.id(), it.label().in(RequestLanguage.get())))
                .toList();
    }
}
