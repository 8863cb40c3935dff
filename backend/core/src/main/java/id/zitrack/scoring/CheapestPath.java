package id.zitrack.scoring;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.ChoiceType;
import id.zitrack.instrument.Gate;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.NumberType;
import id.zitrack.instrument.Question;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The smallest effort that lifts a unit over every gate of an award: the fewest questions, then the fewest steps.
 *
 * <p>Judged on the strict score. One step is one choice better, or for numbers, ratios and checklists one tenth of the
 * full value; a blank question starts at the bottom. The search is exact where the gates that are not yet met lie inside
 * each other or apart, as in the shipped instruments.
 */
public final class CheapestPath {

    /** Whether there is a path. */
    public enum Outcome {
        /** Here is a cheapest one; empty where every gate is met already. */
        FOUND,
        /** Not even the best answers are enough. */
        IMPOSSIBLE,
        /** The gates overlap in a way this search cannot handle. */
        NOT_SUPPORTED
    }

    /**
     * One question to improve.
     *
     * @param code code of the question
     * @param from the answer now; null where blank
     * @param to the answer to reach; null for ratios and checklists, where only the value counts
     * @param value the value to reach, from 0 to 1
     * @param steps how many steps up
     * @param gain the points it brings to the whole sheet
     * @param alternatives codes of questions that could take its place with the same number of steps
     */
    public record Improvement(
            String code,
            @Nullable String from,
            @Nullable String to,
            Score value,
            int steps,
            Score gain,
            List<String> alternatives) {}

    /**
     * What was found.
     *
     * @param outcome whether there is a path
     * @param improvements the questions to improve, in the order of the sheet
     * @param steps all steps together
     * @param unreachable ids of the gates that stay out of reach
     * @param unjudged ids of the gates without threshold; nobody can say anything about them
     */
    public record Result(
            Outcome outcome,
            List<Improvement> improvements,
            int steps,
            List<String> unreachable,
            List<String> unjudged) {}

    private static final int TENTHS = 10;

    private final ParsedAnswers answers;
    private final Layout layout;
    private final ScoreSheet sheet;

    private CheapestPath(ParsedAnswers answers) {
        this.answers = answers;
        this.layout = answers.layout();
        this.sheet = Scoring.score(answers);
    }

    /**
     * Finds a cheapest path.
     *
     * @param answers the answers now
     * @param award the award to reach
     * @param outOfReach codes of questions that cannot be improved
     */
    public static Result find(ParsedAnswers answers, Award award, Set<String> outOfReach) {
        return new CheapestPath(answers).find(award, outOfReach);
    }

    private Result find(Award award, Set<String> outOfReach) {
        List<String> unjudged = new ArrayList<>();
        List<String> unreachable = new ArrayList<>();
        List<Improvement> forced = new ArrayList<>();
        List<Need> needs = new ArrayList<>();
        var gates = answers.instrument().gates(award);
        var results = sheet.gates(award);
        var items = items(outOfReach);
        for (int i = 0; i < gates.size(); i++) {
            var gate = gates.get(i);
            var met = results.get(i).met();
            if (met == null) {
                unjudged.add(gate.id());
            } else if (!met && isUnscoredValue(gate)) {
                reach(gate, outOfReach).ifPresentOrElse(forced::add, () -> unreachable.add(gate.id()));
            } else if (!met && hasSeveralScales(gate)) {
                return new Result(Outcome.NOT_SUPPORTED, List.of(), 0, List.of(), List.of());
            } else if (!met && !gate.atLeast()) {
                unreachable.add(gate.id());
            } else if (!met) {
                var need = need(gate, items);
                if (need.best(items).compareTo(need.missing) < 0) {
                    unreachable.add(gate.id());
                } else {
                    needs.add(need);
                }
            }
        }
        if (!unreachable.isEmpty()) {
            return new Result(Outcome.IMPOSSIBLE, List.of(), 0, unreachable, unjudged);
        }
        var chosen =
                needs.isEmpty() ? Optional.of(new int[items.size()]) : PathSearch.search(needs, items, units(items));
        if (chosen.isEmpty()) {
            return new Result(Outcome.NOT_SUPPORTED, List.of(), 0, List.of(), unjudged);
        }
        var improvements = improvements(items, chosen.get(), needs);
        improvements.addAll(forced);
        improvements.sort(Comparator.comparing((Improvement it) -> layout.node(it.code())));
        int steps = improvements.stream().mapToInt(Improvement::steps).sum();
        return new Result(Outcome.FOUND, List.copyOf(improvements), steps, List.of(), unjudged);
    }

    /**
     * A question that can become better.
     *
     * @param question index among the questions
     * @param base its value now
     * @param factor points of the whole sheet that its full value brings
     * @param levels better values, rising; the first is one step up
     */
    record Item(int question, Score base, Score factor, List<Score> levels) {

        Score gain(int steps) {
            return steps == 0 ? Score.ZERO : levels.get(steps - 1).minus(base).times(factor);
        }

        Score fullGain() {
            return gain(levels.size());
        }
    }

    /** Points that some items have to bring together. */
    record Need(BitSet items, Score missing) {

        Score best(List<Item> all) {
            return items.stream().mapToObj(it -> all.get(it).fullGain()).reduce(Score.ZERO, Score::plus);
        }
    }

    private List<Item> items(Set<String> outOfReach) {
        List<Item> items = new ArrayList<>();
        for (int node = 0; node < layout.nodes.length; node++) {
            int question = layout.questionOf[node];
            if (question < 0 || !layout.scored[node] || outOfReach.contains(layout.nodes[node].code())) {
                continue;
            }
            var value = answers.value(question);
            var base = value == null ? Score.ZERO : Score.of(value.numerator(), value.denominator());
            var levels = levels(layout.questions[question], question).stream()
                    .filter(it -> it.compareTo(base) > 0)
                    .toList();
            var factor = factor(node);
            if (!levels.isEmpty() && factor.signum() > 0) {
                items.add(new Item(question, base, factor, levels));
            }
        }
        return items;
    }

    private List<Score> levels(Question question, int index) {
        if (question.type() instanceof ChoiceType choice) {
            return choice.choices().stream()
                    .map(it -> Score.of(it.score()))
                    .distinct()
                    .sorted()
                    .toList();
        }
        List<Score> levels = new ArrayList<>();
        var best = Score.of(layout.bestTop[index], layout.bestBottom[index]);
        for (int tenth = 1; tenth <= TENTHS; tenth++) {
            levels.add(best.times(Score.of(tenth, TENTHS)));
        }
        return levels;
    }

    /** Points of the whole sheet for the full value of a question, blanks counting 0. */
    private Score factor(int node) {
        var factor = Score.of(1, 1);
        for (int at = node, parent = layout.parent[node]; parent >= 0; at = parent, parent = layout.parent[parent]) {
            if (layout.isMean[parent]) {
                int count = 0;
                for (int child : layout.children[parent]) {
                    count += layout.scored[child] ? 1 : 0;
                }
                factor = factor.times(Score.of(layout.weightTop[parent], layout.weightBottom[parent] * count));
            } else if (at == node) {
                factor = factor.times(Score.of(layout.weightTop[node], layout.weightBottom[node]));
            }
        }
        return factor;
    }

    private boolean isUnscoredValue(Gate gate) {
        return gate.measure() == Gate.Measure.VALUE
                && !answers.instrument().question(gate.nodes().get(0)).type().scored();
    }

    /** A number without points simply has to be at its threshold. */
    private Optional<Improvement> reach(Gate gate, Set<String> outOfReach) {
        var code = gate.nodes().get(0);
        var type = (NumberType) answers.instrument().question(code).type();
        var required = gate.required();
        if (required == null
                || outOfReach.contains(code)
                || required.compareTo(type.min()) < 0
                || required.compareTo(type.max()) > 0) {
            return Optional.empty();
        }
        var target = required.setScale(type.decimals(), gate.atLeast() ? RoundingMode.CEILING : RoundingMode.FLOOR);
        var from = answers.find(code).map(it -> it.text()).orElse(null);
        return Optional.of(new Improvement(code, from, target.toPlainString(), Score.ZERO, 1, Score.ZERO, List.of()));
    }

    private Need need(Gate gate, List<Item> items) {
        var under = new BitSet();
        for (var code : gate.nodes()) {
            mark(code.equals(Instrument.TOTAL) ? -1 : layout.node(code), under);
        }
        var members = new BitSet();
        for (int i = 0; i < items.size(); i++) {
            members.set(i, under.get(items.get(i).question()));
        }
        return new Need(members, missing(gate));
    }

    private void mark(int node, BitSet questions) {
        if (node < 0) {
            questions.set(0, layout.questions.length);
        } else if (layout.questionOf[node] >= 0) {
            questions.set(layout.questionOf[node]);
        } else {
            for (int child : layout.children[node]) {
                mark(child, questions);
            }
        }
    }

    /** What a gate still misses, in points of the whole sheet. */
    private Score missing(Gate gate) {
        var required = Score.of(gate.required() == null ? BigDecimal.ZERO : gate.required());
        if (gate.measure() == Gate.Measure.POINTS) {
            var sum = Score.ZERO;
            for (var code : gate.nodes()) {
                sum = sum.plus(sheet.strict().of(code));
            }
            return required.minus(sum);
        }
        if (gate.measure() == Gate.Measure.VALUE) {
            int node = layout.node(gate.nodes().get(0));
            var type = (NumberType) layout.questions[layout.questionOf[node]].type();
            var scale = type.scale() == null ? BigDecimal.ONE : type.scale();
            return required.dividedBy(Score.of(scale))
                    .times(factor(node))
                    .minus(sheet.strict().of(gate.nodes().get(0)));
        }
        var whole = Score.ZERO;
        var sum = Score.ZERO;
        for (var code : gate.nodes()) {
            whole = whole.plus(full(layout.node(code)));
            sum = sum.plus(sheet.strict().of(code));
        }
        return required.times(whole).dividedBy(Score.of(100, 1)).minus(sum);
    }

    /** Whether a percentage adds up groups that bring different points to the sheet for the same weight. */
    private boolean hasSeveralScales(Gate gate) {
        return gate.measure() == Gate.Measure.PERCENT
                && gate.nodes().stream()
                                .map(layout::node)
                                .map(it -> full(it).dividedBy(Score.of(layout.weightTop[it], layout.weightBottom[it])))
                                .distinct()
                                .count()
                        > 1;
    }

    /** Points of the whole sheet that a group brings at its best weight. */
    private Score full(int node) {
        var full = Score.of(layout.weightTop[node], layout.weightBottom[node]);
        for (int parent = layout.parent[node]; parent >= 0; parent = layout.parent[parent]) {
            if (layout.isMean[parent]) {
                int count = 0;
                for (int child : layout.children[parent]) {
                    count += layout.scored[child] ? 1 : 0;
                }
                full = full.times(Score.of(layout.weightTop[parent], layout.weightBottom[parent] * count));
            }
        }
        return full;
    }

    /** The unit the search counts in: small enough that all gains are whole, unless that exceeds {@code long}. */
    private Score units(List<Item> items) {
        var unit = layout.factor
                .multiply(BigInteger.valueOf(layout.valueDenominator))
                .multiply(BigInteger.valueOf(TENTHS * 100L));
        for (var item : items) {
            var value = answers.value(item.question());
            var finer = value == null
                    ? unit
                    : Layout.lcm(
                            unit,
                            layout.factor
                                    .multiply(BigInteger.valueOf(value.denominator()))
                                    .multiply(BigInteger.valueOf(TENTHS)));
            unit = finer.multiply(layout.bound).bitLength() < 62 ? finer : unit;
        }
        return Score.of(unit, BigInteger.ONE);
    }

    private List<Improvement> improvements(List<Item> items, int[] steps, List<Need> needs) {
        var targets = new ArrayList<Score>();
        for (int i = 0; i < items.size(); i++) {
            targets.add(
                    steps[i] == 0 ? items.get(i).base() : items.get(i).levels().get(steps[i] - 1));
        }
        var spare = needs.stream().map(it -> spare(it, items, steps)).toList();
        List<Improvement> improvements = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (steps[i] > 0) {
                var item = items.get(i);
                var question = layout.questions[item.question()];
                if (!(question.type() instanceof ChoiceType)) {
                    targets.set(i, leastNeeded(i, items, targets, needs, question));
                }
                var gain = targets.get(i).minus(item.base()).times(item.factor());
                var now = answers.value(item.question());
                improvements.add(new Improvement(
                        question.code(),
                        now == null ? null : now.text(),
                        answer(question, targets.get(i)),
                        targets.get(i),
                        steps[i],
                        gain,
                        alternatives(i, items, steps, spare, needs)));
            }
        }
        return improvements;
    }

    /** By how much the chosen steps exceed a need. */
    private static Score spare(Need need, List<Item> items, int[] steps) {
        return need.items().stream()
                .mapToObj(it -> items.get(it).gain(steps[it]))
                .reduce(Score.ZERO, Score::plus)
                .minus(need.missing());
    }

    /** Questions that are not on the path and would do as well in place of one that is. */
    private List<String> alternatives(int index, List<Item> items, int[] steps, List<Score> spare, List<Need> needs) {
        List<String> alternatives = new ArrayList<>();
        var gain = items.get(index).gain(steps[index]);
        for (int other = 0; other < items.size(); other++) {
            if (steps[other] == 0 && steps[index] <= items.get(other).levels().size()) {
                var otherGain = items.get(other).gain(steps[index]);
                boolean enough = true;
                for (int i = 0; i < needs.size() && enough; i++) {
                    var left = spare.get(i);
                    left = needs.get(i).items().get(index) ? left.minus(gain) : left;
                    left = needs.get(i).items().get(other) ? left.plus(otherGain) : left;
                    enough = left.signum() >= 0;
                }
                if (enough) {
                    alternatives.add(layout.questions[items.get(other).question()].code());
                }
            }
        }
        return alternatives;
    }

    /** The smallest value of a number or ratio that still meets every need while the others stay. */
    private Score leastNeeded(int index, List<Item> items, List<Score> targets, List<Need> needs, Question question) {
        var item = items.get(index);
        var least = item.base();
        for (var need : needs) {
            if (need.items().get(index)) {
                var others = need.items().stream()
                        .filter(it -> it != index)
                        .mapToObj(it -> targets.get(it)
                                .minus(items.get(it).base())
                                .times(items.get(it).factor()))
                        .reduce(Score.ZERO, Score::plus);
                var own = need.missing().minus(others).dividedBy(item.factor()).plus(item.base());
                least = own.compareTo(least) > 0 ? own : least;
            }
        }
        if (question.type() instanceof NumberType number && number.scale() != null) {
            var scale = Score.of(number.scale());
            var shown = least.times(scale).rounded(number.decimals());
            if (Score.of(shown).compareTo(least.times(scale)) < 0) {
                shown = shown.add(BigDecimal.ONE.movePointLeft(number.decimals()));
            }
            least = Score.of(shown).dividedBy(scale);
        }
        return least.compareTo(targets.get(index)) < 0 ? least : targets.get(index);
    }

    private static @Nullable String answer(Question question, Score value) {
        if (question.type() instanceof ChoiceType choice) {
            return choice.choices().stream()
                    .filter(it -> Score.of(it.score()).equals(value))
                    .map(ChoiceType.Choice::value)
                    .findFirst()
                    .orElse(null);
        }
        return question.type() instanceof NumberType number && number.scale() != null
                ? value.times(Score.of(number.scale()))
                        .rounded(number.decimals())
                        .toPlainString()
                : null;
    }
}
