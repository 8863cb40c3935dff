package id.zitrack.scoring;

import id.zitrack.instrument.Area;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Condition.Limit;
import id.zitrack.instrument.Gate;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scores of one sheet: always three, so that nobody sees a single flattering number. */
public final class ScoreSheet {

    /**
     * How far a part of a sheet is filled.
     *
     * @param answered questions with an answer
     * @param total all questions
     */
    public record Progress(int answered, int total) {}

    /**
     * A valid answer that looks inconsistent.
     *
     * @param code code of the question
     * @param message what to look at
     */
    public record Warning(String code, Text message) {}

    private final ParsedAnswers answers;
    private final ScoreView official;
    private final ScoreView strict;
    private final ScoreView best;

    ScoreSheet(ParsedAnswers answers, Map<String, BigDecimal> given) {
        this.answers = answers;
        var layout = answers.layout();
        var denominator = commonDenominator(answers, layout).multiply(layout.factor);
        if (given.isEmpty() && denominator.multiply(layout.bound).bitLength() < 63) {
            long small = denominator.longValueExact();
            official = new ScoreView(ScoreView.Kind.OFFICIAL, answers, small);
            strict = new ScoreView(ScoreView.Kind.STRICT, answers, small);
            best = new ScoreView(ScoreView.Kind.BEST, answers, small);
        } else {
            var fixed = new HashMap<Integer, BigDecimal>();
            var big = denominator;
            for (var entry : given.entrySet()) {
                fixed.put(layout.node(entry.getKey()), entry.getValue());
                big = Layout.lcm(
                        big,
                        layout.factor.multiply(
                                BigInteger.TEN.pow(Math.max(0, entry.getValue().scale()))));
            }
            official = new ScoreView(ScoreView.Kind.OFFICIAL, answers, big, fixed);
            strict = new ScoreView(ScoreView.Kind.STRICT, answers, big, fixed);
            best = new ScoreView(ScoreView.Kind.BEST, answers, big, fixed);
        }
    }

    private static BigInteger commonDenominator(ParsedAnswers answers, Layout layout) {
        long known = layout.valueDenominator;
        var all = BigInteger.valueOf(known);
        for (int i = 0; i < layout.questions.length; i++) {
            var value = answers.value(i);
            if (value != null && known % value.denominator() != 0) {
                all = Layout.lcm(all, BigInteger.valueOf(value.denominator()));
            }
        }
        return all;
    }

    /** The answers behind the scores. */
    public ParsedAnswers answers() {
        return answers;
    }

    /** Blank answers left out of means, as the official sheet does. */
    public ScoreView official() {
        return official;
    }

    /** Blank answers count 0. */
    public ScoreView strict() {
        return strict;
    }

    /** Blank answers count as the best possible answer. */
    public ScoreView best() {
        return best;
    }

    /** The view of a kind. */
    public ScoreView view(ScoreView.Kind kind) {
        return switch (kind) {
            case OFFICIAL -> official;
            case STRICT -> strict;
            case BEST -> best;
        };
    }

    /** The gates of an award, judged on the strict score: a blank answer is no reason to pass. */
    public List<GateResult> gates(Award award) {
        return gates(award, strict);
    }

    /** The gates of an award, judged on one view. */
    public List<GateResult> gates(Award award, ScoreView view) {
        List<GateResult> results = new ArrayList<>();
        for (var gate : answers.instrument().gates(award)) {
            results.add(judge(gate, view));
        }
        return results;
    }

    private GateResult judge(Gate gate, ScoreView view) {
        var parts = gate.parts().stream().map(it -> judge(it, view)).toList();
        @Nullable Score actual = gate.condition() instanceof Limit limit ? actual(limit, view) : held(parts);
        var required = gate.required();
        @Nullable Boolean met = null;
        @Nullable Score missing = null;
        if (required != null && actual != null) {
            var threshold = Score.of(required);
            int order = actual.compareTo(threshold);
            met = gate.atLeast() ? order >= 0 : order <= 0;
            missing = met ? Score.ZERO : gate.atLeast() ? threshold.minus(actual) : actual.minus(threshold);
        } else if (required != null) {
            met = view.kind() == ScoreView.Kind.BEST;
        }
        return new GateResult(
                gate.id(),
                gate.label(),
                gate.unit(),
                required,
                gate.atLeast(),
                actual,
                met,
                missing,
                gate.nodes(),
                parts);
    }

    private @Nullable Score actual(Limit limit, ScoreView view) {
        return switch (limit.measure()) {
            case POINTS -> points(limit.nodes(), view);
            case PERCENT -> view.percentOf(limit.nodes());
            case VALUE -> measured(limit.nodes().get(0)).orElse(null);
        };
    }

    /** How many conditions hold. */
    private static Score held(List<GateResult> parts) {
        return Score.of(
                parts.stream().filter(it -> Boolean.TRUE.equals(it.met())).count(), 1);
    }

    private static Score points(List<String> codes, ScoreView view) {
        var sum = Score.ZERO;
        for (var code : codes) {
            sum = sum.plus(view.of(code));
        }
        return sum;
    }

    private Optional<Score> measured(String code) {
        return answers.find(code)
                .flatMap(it -> Optional.ofNullable(it.measured()))
                .map(Score::of);
    }

    /** How many questions have an answer. */
    public int answered() {
        int count = 0;
        for (int i = 0; i < total(); i++) {
            count += answers.value(i) == null ? 0 : 1;
        }
        return count;
    }

    /** How many questions there are. */
    public int total() {
        return answers.layout().questions.length;
    }

    /** How far an area is filled. */
    public Progress progress(Area area) {
        int answered = 0;
        int total = 0;
        for (var code : area.nodes()) {
            var part = progress(answers.layout().node(code));
            answered += part.answered();
            total += part.total();
        }
        return new Progress(answered, total);
    }

    private Progress progress(int node) {
        var layout = answers.layout();
        if (layout.questionOf[node] >= 0) {
            return new Progress(answers.value(layout.questionOf[node]) == null ? 0 : 1, 1);
        }
        int answered = 0;
        int total = 0;
        for (int child : layout.children[node]) {
            var part = progress(child);
            answered += part.answered();
            total += part.total();
        }
        return new Progress(answered, total);
    }

    /** The value of an answered and scored question, from 0 to 1. */
    public Optional<Score> value(String code) {
        var question = answers.instrument().question(code);
        return question.type().scored()
                ? answers.find(code).map(it -> Score.of(it.numerator(), it.denominator()))
                : Optional.empty();
    }

    /** Answers that are valid but look inconsistent, in the order of the sheet. */
    public List<Warning> warnings() {
        Instrument instrument = answers.instrument();
        List<Warning> warnings = new ArrayList<>();
        for (var question : instrument.questions()) {
            answers.find(question.code())
                    .ifPresent(answer -> question.type()
                            .warnings(answer)
                            .forEach(it -> warnings.add(new Warning(question.code(), it))));
        }
        return warnings;
    }
}
