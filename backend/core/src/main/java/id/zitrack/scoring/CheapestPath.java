package id.zitrack.scoring;

import id.zitrack.instrument.AnswerValue;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Condition;
import id.zitrack.instrument.Condition.Limit;
import id.zitrack.instrument.Gate;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.NumberType;
import id.zitrack.instrument.Question;
import id.zitrack.instrument.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The smallest effort that lifts a unit over every gate of an award: the fewest questions, then the fewest steps.
 *
 * <p>Judged on the strict score. One step is one choice better, or for numbers, ratios and checklists one tenth of the
 * full value; a blank question starts at the bottom. The search is exact where the gates that are not yet met lie inside
 * each other or apart, as in the shipped instruments. Of a gate that asks for any of several conditions, every way is
 * tried. The questions of a minimum go up together, to each height that one of them can reach.
 */
public final class CheapestPath {

    /** Whether there is a path. */
    public enum Outcome {
        /** Here is a cheapest one; empty where every gate is met already. */
        FOUND,
        /** Not even the best answers are enough. */
        IMPOSSIBLE,
        /** The gates that are not yet met are such that this search cannot tell the cheapest path; the reason says why. */
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
     * @param gain the points it brings to the whole sheet; questions that lift a minimum together share them
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
     * @param reason why the search cannot tell; null where it can
     */
    public record Result(
            Outcome outcome,
            List<Improvement> improvements,
            int steps,
            List<String> unreachable,
            List<String> unjudged,
            @Nullable Text reason) {

        private boolean isBetterThan(Result other) {
            int fewer = Integer.compare(improvements.size(), other.improvements.size());
            return fewer < 0 || fewer == 0 && steps < other.steps;
        }
    }

    private static final int TENTHS = 10;

    /** Most combinations of alternatives that are tried. */
    private static final int MOST_WAYS = 64;

    private final ParsedAnswers answers;
    private final Award award;
    private final Set<String> outOfReach;
    private final Layout layout;
    private final ScoreSheet sheet;

    private CheapestPath(ParsedAnswers answers, Award award, Set<String> outOfReach) {
        this.answers = answers;
        this.award = award;
        this.outOfReach = outOfReach;
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
        return new CheapestPath(answers, award, outOfReach).find();
    }

    private Result find() {
        List<String> unjudged = new ArrayList<>();
        List<List<Goal>> ways = List.of(List.of());
        for (var gate : sheet.gates(award)) {
            if (gate.met() == null) {
                unjudged.add(gate.id());
            } else if (!gate.met()) {
                ways = product(ways, goals(gate.id(), gate(gate.id()), gate));
            }
            if (ways.size() > MOST_WAYS) {
                return unknown(
                        unjudged,
                        "syarat yang belum terpenuhi dapat dicapai dengan terlalu banyak cara",
                        "the conditions not yet met can be reached in too many ways");
            }
        }
        var items = items();
        @Nullable Result best = null;
        List<String> unreachable = List.of();
        for (var goals : ways) {
            var result = reach(goals, items, unjudged);
            if (result.outcome() == Outcome.NOT_SUPPORTED) {
                return result;
            }
            if (result.outcome() == Outcome.IMPOSSIBLE) {
                unreachable = both(unreachable, result.unreachable());
            } else if (best == null || result.isBetterThan(best)) {
                best = result;
            }
        }
        return best != null ? best : impossible(unreachable, unjudged);
    }

    /** The gates that stay out of reach on either way; where each way fails on another, those of the last. */
    private static List<String> both(List<String> before, List<String> now) {
        var common = now.stream().filter(before::contains).toList();
        return common.isEmpty() ? now : common;
    }

    private static Result impossible(List<String> unreachable, List<String> unjudged) {
        return new Result(Outcome.IMPOSSIBLE, List.of(), 0, unreachable, unjudged, null);
    }

    private static Result unknown(List<String> unjudged, String indonesian, String english) {
        return new Result(Outcome.NOT_SUPPORTED, List.of(), 0, List.of(), unjudged, new Text(indonesian, english));
    }

    /** A limit that has to be met for the gate with this id. */
    private record Goal(String gate, Limit limit) {}

    private Gate gate(String id) {
        return answers.instrument().gates(award).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The ways to meet a gate, each with the limits that are not met yet. */
    private static List<List<Goal>> goals(String id, Gate gate, GateResult result) {
        if (gate.condition() instanceof Limit limit) {
            return List.of(List.of(new Goal(id, limit)));
        }
        var combined = (Condition.Combined) gate.condition();
        List<List<Goal>> ways = combined.all() ? List.of(List.of()) : new ArrayList<>();
        for (int i = 0; i < combined.parts().size() && ways.size() <= MOST_WAYS; i++) {
            var part = result.parts().get(i);
            if (!Boolean.TRUE.equals(part.met())) {
                var own = goals(id, combined.parts().get(i), part);
                if (combined.all()) {
                    ways = product(ways, own);
                } else {
                    ways.addAll(own);
                }
            }
        }
        return ways;
    }

    private static List<List<Goal>> product(List<List<Goal>> some, List<List<Goal>> others) {
        List<List<Goal>> all = new ArrayList<>();
        for (var one : some) {
            for (var other : others) {
                var both = new ArrayList<>(one);
                both.addAll(other);
                all.add(both);
            }
        }
        return all;
    }

    private Result reach(List<Goal> goals, List<Item> items, List<String> unjudged) {
        Set<String> unreachable = new LinkedHashSet<>();
        Map<String, List<Goal>> numbers = new LinkedHashMap<>();
        List<Need> needs = new ArrayList<>();
        for (var goal : goals) {
            var limit = goal.limit();
            if (isUnscoredValue(limit)) {
                numbers.computeIfAbsent(limit.nodes().get(0), it -> new ArrayList<>())
                        .add(goal);
            } else if (!limit.atLeast()) {
                unreachable.add(goal.gate());
            } else if (hasSeveralScales(limit)) {
                return unknown(
                        unjudged,
                        "syarat " + goal.gate() + " menggabungkan kelompok yang bobotnya tidak sebanding",
                        "condition " + goal.gate() + " combines groups whose weights do not compare");
            } else {
                var need = need(limit, items);
                if (need == null) {
                    return unknown(
                            unjudged,
                            "syarat " + goal.gate() + " menyangkut sebagian isi dari kelompok bernilai terendah",
                            "condition " + goal.gate() + " touches parts of a group that takes the minimum");
                }
                if (need.best(items).compareTo(need.missing) < 0) {
                    unreachable.add(goal.gate());
                } else {
                    needs.add(need);
                }
            }
        }
        List<Improvement> forced = new ArrayList<>();
        numbers.forEach((code, limits) -> reach(code, limits)
                .ifPresentOrElse(forced::add, () -> limits.forEach(it -> unreachable.add(it.gate()))));
        if (!unreachable.isEmpty()) {
            return impossible(List.copyOf(unreachable), unjudged);
        }
        var chosen =
                needs.isEmpty() ? Optional.of(new int[items.size()]) : PathSearch.search(needs, items, units(items));
        if (chosen.isEmpty()) {
            return unknown(
                    unjudged,
                    "syarat yang belum terpenuhi saling tumpang tindih",
                    "the conditions not yet met overlap");
        }
        var improvements = improvements(items, chosen.get(), needs);
        improvements.addAll(forced);
        improvements.sort(Comparator.comparing((Improvement it) -> layout.node(it.code())));
        int steps = improvements.stream().mapToInt(Improvement::steps).sum();
        return new Result(Outcome.FOUND, List.copyOf(improvements), steps, List.of(), unjudged, null);
    }

    /**
     * One question that goes up.
     *
     * @param target the value it reaches
     * @param steps how many steps that takes
     */
    record Move(int question, Score target, int steps) {}

    /**
     * A height that an item can reach.
     *
     * @param value its value then
     * @param moves what has to go up for it
     */
    record Level(Score value, List<Move> moves) {

        int steps() {
            return moves.stream().mapToInt(Move::steps).sum();
        }
    }

    /**
     * A question that can become better, or the questions of a minimum, which count only together.
     *
     * @param questions indexes among the questions
     * @param base its value now
     * @param factor points of the whole sheet that its full value brings
     * @param levels better values, rising; the first is one step up
     */
    record Item(BitSet questions, Score base, Score factor, List<Level> levels) {

        boolean isMinimum() {
            return questions.cardinality() > 1;
        }

        int question() {
            return questions.nextSetBit(0);
        }

        Score gain(int level) {
            return level == 0
                    ? Score.ZERO
                    : levels.get(level - 1).value().minus(base).times(factor);
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

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (int node = 0; node < layout.nodes.length; node++) {
            if (!layout.scored[node] || isInsideMinimum(node)) {
                continue;
            }
            if (layout.questionOf[node] >= 0) {
                add(items, single(node));
            } else if (layout.isLeast[node]) {
                add(items, minimum(node));
            }
        }
        return items;
    }

    private static void add(List<Item> items, Item item) {
        if (item.factor().signum() > 0 && !item.levels().isEmpty()) {
            items.add(item);
        }
    }

    private boolean isInsideMinimum(int node) {
        for (int parent = layout.parent[node]; parent >= 0; parent = layout.parent[parent]) {
            if (layout.isLeast[parent]) {
                return true;
            }
        }
        return false;
    }

    /** The better values that a question can reach. */
    private List<Move> moves(int question) {
        if (outOfReach.contains(layout.questions[question].code())) {
            return List.of();
        }
        var base = value(question);
        List<Move> moves = new ArrayList<>();
        for (var level : levels(question)) {
            if (level.compareTo(base) > 0) {
                moves.add(new Move(question, level, moves.size() + 1));
            }
        }
        return moves;
    }

    private Item single(int node) {
        int question = layout.questionOf[node];
        var questions = new BitSet();
        questions.set(question);
        var levels = moves(question).stream()
                .map(it -> new Level(it.target(), List.of(it)))
                .toList();
        return new Item(questions, value(question), full(node), levels);
    }

    /** What a minimum over questions can reach; nothing is known of one over groups. */
    private Item minimum(int node) {
        var questions = new BitSet();
        mark(node, questions);
        var heights = new TreeSet<Score>();
        Map<Integer, List<Move>> moves = new LinkedHashMap<>();
        for (int child : layout.children[node]) {
            if (layout.scored[child] && layout.questionOf[child] >= 0) {
                int question = layout.questionOf[child];
                moves.put(question, moves(question));
                heights.add(value(question));
                moves.getOrDefault(question, List.of()).forEach(it -> heights.add(it.target()));
            }
        }
        List<Level> levels = new ArrayList<>();
        var base = heights.isEmpty() ? Score.ZERO : heights.first();
        for (var height : heights.tailSet(base, false)) {
            List<Move> needed = new ArrayList<>();
            boolean reached = true;
            for (var entry : moves.entrySet()) {
                if (value(entry.getKey()).compareTo(height) < 0) {
                    var move = entry.getValue().stream()
                            .filter(it -> it.target().compareTo(height) >= 0)
                            .findFirst();
                    move.ifPresent(needed::add);
                    reached &= move.isPresent();
                }
            }
            if (reached) {
                levels.add(new Level(height, needed));
            }
        }
        return new Item(questions, base, full(node), levels);
    }

    private Score value(int question) {
        var value = answers.value(question);
        return value == null ? Score.ZERO : Score.of(value.numerator(), value.denominator());
    }

    private List<Score> levels(int index) {
        var values = layout.questions[index].type().values();
        if (!values.isEmpty()) {
            return values.stream().map(Score::of).distinct().sorted().toList();
        }
        List<Score> levels = new ArrayList<>();
        var best = Score.of(layout.bestTop[index], layout.bestBottom[index]);
        for (int tenth = 1; tenth <= TENTHS; tenth++) {
            levels.add(best.times(Score.of(tenth, TENTHS)));
        }
        return levels;
    }

    private boolean isUnscoredValue(Limit limit) {
        return limit.measure() == Condition.Measure.VALUE
                && !answers.instrument().question(limit.nodes().get(0)).type().scored();
    }

    /** A number without points simply has to be within its limits, also those of gates that it meets already. */
    private Optional<Improvement> reach(String code, List<Goal> goals) {
        var type = (NumberType) answers.instrument().question(code).type();
        var least = type.min();
        var most = type.max();
        var limits = goals.stream().map(Goal::limit).collect(Collectors.toCollection(ArrayList::new));
        for (var gate : answers.instrument().gates(award)) {
            if (gate.condition() instanceof Limit limit
                    && isUnscoredValue(limit)
                    && limit.nodes().contains(code)) {
                limits.add(limit);
            }
        }
        for (var limit : limits) {
            var required = limit.required();
            if (required != null) {
                least = limit.atLeast() ? least.max(required) : least;
                most = limit.atLeast() ? most : most.min(required);
            }
        }
        boolean up = goals.get(0).limit().atLeast();
        var target = up
                ? least.setScale(type.decimals(), RoundingMode.CEILING)
                : most.setScale(type.decimals(), RoundingMode.FLOOR);
        if (outOfReach.contains(code) || target.compareTo(least) < 0 || target.compareTo(most) > 0) {
            return Optional.empty();
        }
        var from = answers.find(code).map(it -> it.text()).orElse(null);
        return Optional.of(new Improvement(code, from, target.toPlainString(), Score.ZERO, 1, Score.ZERO, List.of()));
    }

    /** What a limit still needs and from which items; null if it touches a minimum that is no item as a whole. */
    private @Nullable Need need(Limit limit, List<Item> items) {
        var under = new BitSet();
        for (var code : limit.nodes()) {
            mark(code.equals(Instrument.TOTAL) ? -1 : layout.node(code), under);
        }
        for (int node = 0; node < layout.nodes.length; node++) {
            if (layout.isLeast[node] && !isInsideMinimum(node)) {
                var tied = new BitSet();
                mark(node, tied);
                boolean simple = Arrays.stream(layout.children[node]).allMatch(it -> layout.questionOf[it] >= 0);
                if (tied.intersects(under) && !(simple && contains(under, tied))) {
                    return null;
                }
            }
        }
        var members = new BitSet();
        for (int i = 0; i < items.size(); i++) {
            members.set(i, under.get(items.get(i).question()));
        }
        return new Need(members, missing(limit));
    }

    private static boolean contains(BitSet outer, BitSet inner) {
        var rest = (BitSet) inner.clone();
        rest.andNot(outer);
        return rest.isEmpty();
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

    /** What a limit still misses, in points of the whole sheet. */
    private Score missing(Limit limit) {
        var required = Score.of(Objects.requireNonNull(limit.required()));
        if (limit.measure() == Condition.Measure.VALUE) {
            int node = layout.node(limit.nodes().get(0));
            var type = (NumberType) layout.questions[layout.questionOf[node]].type();
            var scale = type.scale() == null ? BigDecimal.ONE : type.scale();
            return required.dividedBy(Score.of(scale))
                    .times(full(node))
                    .minus(sheet.strict().of(limit.nodes().get(0)));
        }
        var sum = Score.ZERO;
        var whole = Score.ZERO;
        for (var code : limit.nodes()) {
            sum = sum.plus(sheet.strict().of(code));
            whole = limit.measure() == Condition.Measure.PERCENT ? whole.plus(full(layout.node(code))) : whole;
        }
        return limit.measure() == Condition.Measure.POINTS
                ? required.minus(sum)
                : required.times(whole).dividedBy(Score.of(100, 1)).minus(sum);
    }

    /** Whether a percentage adds up groups that bring different points to the sheet for the same weight. */
    private boolean hasSeveralScales(Limit limit) {
        return limit.measure() == Condition.Measure.PERCENT
                && limit.nodes().stream()
                                .map(layout::node)
                                .map(it -> full(it).dividedBy(Score.of(layout.weightTop[it], layout.weightBottom[it])))
                                .distinct()
                                .count()
                        > 1;
    }

    /** Points of the whole sheet that a node brings at its best, blanks counting 0. */
    private Score full(int node) {
        var full = Score.of(layout.weightTop[node], layout.weightBottom[node]);
        for (int parent = layout.parent[node]; parent >= 0; parent = layout.parent[parent]) {
            if (layout.isMean[parent]) {
                full = full.times(Score.of(
                        layout.weightTop[parent], layout.weightBottom[parent] * layout.scoredChildren(parent)));
            } else if (layout.isLeast[parent]) {
                full = full.times(Score.of(layout.weightTop[parent], layout.weightBottom[parent]));
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
            for (int question : item.questions().stream().toArray()) {
                var finer = Layout.lcm(
                        unit,
                        layout.factor
                                .multiply(BigInteger.valueOf(denominator(question)))
                                .multiply(BigInteger.valueOf(TENTHS)));
                unit = finer.multiply(layout.bound).bitLength() < 62 ? finer : unit;
            }
        }
        return Score.of(unit, BigInteger.ONE);
    }

    private long denominator(int question) {
        var value = answers.value(question);
        return value == null ? 1 : value.denominator();
    }

    /**
     * The questions to improve.
     *
     * @param chosen by item the number of its level, from 1; 0 where it stays
     */
    private List<Improvement> improvements(List<Item> items, int[] chosen, List<Need> needs) {
        var targets = new ArrayList<Score>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            targets.add(
                    chosen[i] == 0
                            ? item.base()
                            : item.levels().get(chosen[i] - 1).value());
        }
        var spare = needs.stream().map(it -> spare(it, items, chosen)).toList();
        List<Improvement> improvements = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (chosen[i] == 0) {
                continue;
            }
            var item = items.get(i);
            var moves = item.levels().get(chosen[i] - 1).moves();
            if (!item.isMinimum()) {
                targets.set(i, leastNeeded(i, items, targets, needs));
                moves = List.of(new Move(item.question(), targets.get(i), chosen[i]));
            }
            var gain = targets.get(i).minus(item.base()).times(item.factor()).dividedBy(Score.of(moves.size(), 1));
            var alternatives = item.isMinimum() ? List.<String>of() : alternatives(i, items, chosen, spare, needs);
            for (var move : moves) {
                var question = layout.questions[move.question()];
                improvements.add(new Improvement(
                        question.code(),
                        answers.find(question.code()).map(it -> it.text()).orElse(null),
                        answer(question, move.target()),
                        move.target(),
                        move.steps(),
                        gain,
                        alternatives));
            }
        }
        return improvements;
    }

    /** By how much the chosen levels exceed a need. */
    private static Score spare(Need need, List<Item> items, int[] chosen) {
        return need.items().stream()
                .mapToObj(it -> items.get(it).gain(chosen[it]))
                .reduce(Score.ZERO, Score::plus)
                .minus(need.missing());
    }

    /** Questions that are not on the path and would do as well in place of one that is. */
    private List<String> alternatives(int index, List<Item> items, int[] chosen, List<Score> spare, List<Need> needs) {
        List<String> alternatives = new ArrayList<>();
        int steps = chosen[index];
        var gain = items.get(index).gain(steps);
        for (int other = 0; other < items.size(); other++) {
            var item = items.get(other);
            if (chosen[other] == 0
                    && !item.isMinimum()
                    && steps <= item.levels().size()) {
                var otherGain = item.gain(steps);
                boolean enough = true;
                for (int i = 0; i < needs.size() && enough; i++) {
                    var left = spare.get(i);
                    left = needs.get(i).items().get(index) ? left.minus(gain) : left;
                    left = needs.get(i).items().get(other) ? left.plus(otherGain) : left;
                    enough = left.signum() >= 0;
                }
                if (enough) {
                    alternatives.add(layout.questions[item.question()].code());
                }
            }
        }
        return alternatives;
    }

    /**
     * The value that still meets every need while the others stay: of a number or ratio the smallest, of other questions
     * the chosen one.
     */
    private Score leastNeeded(int index, List<Item> items, List<Score> targets, List<Need> needs) {
        var item = items.get(index);
        var type = layout.questions[item.question()].type();
        if (!type.values().isEmpty()) {
            return targets.get(index);
        }
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
        least = type.answerWorth(least.top(), least.bottom())
                .map(it -> Score.of(it.numerator(), it.denominator()))
                .orElse(least);
        return least.compareTo(targets.get(index)) < 0 ? least : targets.get(index);
    }

    private static @Nullable String answer(Question question, Score value) {
        return question.type()
                .answerWorth(value.top(), value.bottom())
                .map(AnswerValue::text)
                .orElse(null);
    }
}
