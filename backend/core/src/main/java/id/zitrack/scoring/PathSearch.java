package id.zitrack.scoring;

import id.zitrack.scoring.CheapestPath.Item;
import id.zitrack.scoring.CheapestPath.Need;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The exact search behind {@link CheapestPath}.
 *
 * <p>An item goes up in one of several ways, each of which takes some questions and some steps. Needs that lie inside each
 * other or apart form a tree. For each part of it, and each number of questions, only the
 * most points matter: more never hurt another need. First that gives the fewest questions, with every chosen question at
 * its best. Then, for that number of questions, the fewest steps; what cannot reach the needs with the questions that are
 * left is dropped at once, which leaves little because the number of questions is already the smallest possible.
 */
final class PathSearch {

    private static final long NEVER = Long.MIN_VALUE / 4;

    /** A need with the needs inside it and the items that are in none of those. */
    private static final class Part {
        final BitSet members;
        final long missing;
        final List<Part> inside = new ArrayList<>();
        final List<Integer> own = new ArrayList<>();

        /** Most points by number of questions, at most that many; {@link #NEVER} below the fewest that are enough. */
        long[] most = new long[0];

        Part(BitSet members, long missing) {
            this.members = members;
            this.missing = missing;
        }
    }

    /** A need further out: what it misses, and the most points from everything of it that lies outside this part. */
    private record Outer(long missing, long[] most) {}

    /** Most points by questions and steps, and for each the way it came about. */
    private static final class Table {
        final long[][] points;
        final int[][] way;

        Table(int questions, int steps) {
            points = new long[questions + 1][steps + 1];
            way = new int[questions + 1][steps + 1];
            for (var row : points) {
                Arrays.fill(row, NEVER);
            }
        }

        int steps() {
            return points[0].length - 1;
        }
    }

    /** The ways up of one item by number; 0 stands for leaving it as it is. */
    private static final class Ways {
        final long[] gain;
        final int[] questions;
        final int[] steps;

        /** Most points by number of questions, at most that many. */
        final long[] most;

        Ways(Item item, Score unit) {
            int size = item.levels().size() + 1;
            gain = new long[size];
            questions = new int[size];
            steps = new int[size];
            for (int way = 1; way < size; way++) {
                gain[way] = whole(item.gain(way), unit, false);
                questions[way] = item.levels().get(way - 1).moves().size();
                steps[way] = item.levels().get(way - 1).steps();
            }
            most = new long[questions[size - 1] + 1];
            for (int way = 1; way < size; way++) {
                for (int k = questions[way]; k < most.length; k++) {
                    most[k] = Math.max(most[k], gain[way]);
                }
            }
        }

        int count() {
            return gain.length;
        }

        /** The last way takes the most questions and the most steps. */
        int last() {
            return gain.length - 1;
        }
    }

    private final List<Ways> ways;
    private int budget;

    private PathSearch(List<Ways> ways) {
        this.ways = ways;
    }

    /**
     * Finds the way up of each item.
     *
     * @param needs at least one, each within reach
     * @param items what can be improved
     * @param unit how many units make a point
     * @return by item the number of its level, from 1; 0 where it stays; empty if the needs overlap
     */
    static Optional<int[]> search(List<Need> needs, List<Item> items, Score unit) {
        return new PathSearch(items.stream().map(it -> new Ways(it, unit)).toList()).search(needs, unit);
    }

    /** A number of units; gains are rounded down and needs up, so that rounding never promises too much. */
    private static long whole(Score points, Score unit, boolean up) {
        var exact = points.times(unit);
        BigInteger floor = exact.floor();
        return up && !Score.of(floor, BigInteger.ONE).equals(exact)
                ? floor.longValueExact() + 1
                : floor.longValueExact();
    }

    private Optional<int[]> search(List<Need> needs, Score unit) {
        var everything = new BitSet();
        needs.forEach(it -> everything.or(it.items()));
        var root = new Part(everything, 0);
        var sorted = new ArrayList<>(needs);
        sorted.sort(Comparator.comparing((Need it) -> -it.items().cardinality()));
        for (var need : sorted) {
            if (!place(root, new Part(need.items(), whole(need.missing(), unit, true)))) {
                return Optional.empty();
            }
        }
        ownItems(root);
        most(root);
        budget = 0;
        while (budget < root.most.length && root.most[budget] == NEVER) {
            budget++;
        }
        var chosen = new int[ways.size()];
        if (budget == root.most.length) {
            return Optional.empty();
        }
        var stages = new ArrayList<Stage>();
        var table = table(root, List.of(), stages);
        int fewest = 0;
        while (table.points[budget][fewest] == NEVER) {
            fewest++;
        }
        retrace(stages, budget, fewest, chosen);
        return Optional.of(chosen);
    }

    private static boolean place(Part parent, Part part) {
        for (var other : parent.inside) {
            if (contains(other.members, part.members)) {
                return place(other, part);
            }
            if (other.members.intersects(part.members)) {
                return false;
            }
        }
        parent.inside.add(part);
        return true;
    }

    private static boolean contains(BitSet outer, BitSet inner) {
        var rest = (BitSet) inner.clone();
        rest.andNot(outer);
        return rest.isEmpty();
    }

    private static void ownItems(Part part) {
        var own = (BitSet) part.members.clone();
        part.inside.forEach(it -> {
            own.andNot(it.members);
            ownItems(it);
        });
        own.stream().forEach(part.own::add);
    }

    private void most(Part part) {
        long[] most = {0};
        for (var inside : part.inside) {
            most(inside);
            most = together(most, inside.most);
        }
        for (int item : part.own) {
            most = together(most, ways.get(item).most);
        }
        for (int k = 0; k < most.length; k++) {
            most[k] = most[k] < part.missing ? NEVER : most[k];
        }
        part.most = most;
    }

    private static long[] together(long[] one, long[] other) {
        var sum = new long[one.length + other.length - 1];
        Arrays.fill(sum, NEVER);
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; one[i] != NEVER && j < other.length; j++) {
                if (other[j] != NEVER) {
                    sum[i + j] = Math.max(sum[i + j], one[i] + other[j]);
                }
            }
        }
        for (int k = 1; k < sum.length; k++) {
            sum[k] = Math.max(sum[k], sum[k - 1]);
        }
        return sum;
    }

    /** One addition to a table: an item, or the finished table of a part inside. */
    private record Stage(int item, Table before, Table inner, List<Stage> innerStages, Table after) {}

    private Table table(Part part, List<Outer> outer, List<Stage> stages) {
        int size = part.inside.size() + part.own.size();
        var rest = new long[size + 1][];
        rest[size] = new long[] {0};
        for (int i = size - 1; i >= 0; i--) {
            rest[i] = together(
                    rest[i + 1],
                    i < part.inside.size()
                            ? part.inside.get(i).most
                            : ways.get(part.own.get(i - part.inside.size())).most);
        }
        var needs = new ArrayList<>(outer);
        needs.add(new Outer(part.missing, new long[] {0}));
        var table = new Table(0, 0);
        table.points[0][0] = 0;
        long[] before = {0};
        for (int i = 0; i < size; i++) {
            var bounds = bounds(needs, rest[i + 1]);
            if (i < part.inside.size()) {
                var inside = part.inside.get(i);
                var innerOuter = new ArrayList<Outer>();
                var beside = together(before, rest[i + 1]);
                for (var need : needs) {
                    innerOuter.add(new Outer(need.missing(), together(need.most(), beside)));
                }
                var innerStages = new ArrayList<Stage>();
                var inner = table(inside, innerOuter, innerStages);
                table = merged(table, inner, innerStages, bounds, stages);
                before = together(before, inside.most);
            } else {
                table = with(table, part.own.get(i - part.inside.size()), bounds, stages);
            }
        }
        return table;
    }

    /** By need and by number of questions still to give: the most points that can still come. */
    private static List<Outer> bounds(List<Outer> needs, long[] rest) {
        return needs.stream()
                .map(it -> new Outer(it.missing(), together(it.most(), rest)))
                .toList();
    }

    private boolean isHopeless(long points, int questions, List<Outer> bounds) {
        int left = budget - questions;
        if (left < 0) {
            return true;
        }
        for (var bound : bounds) {
            long more = bound.most()[Math.min(left, bound.most().length - 1)];
            if (more == NEVER || points + more < bound.missing()) {
                return true;
            }
        }
        return false;
    }

    private Table with(Table before, int item, List<Outer> bounds, List<Stage> stages) {
        var up = ways.get(item);
        var after = new Table(
                Math.min(budget, before.points.length - 1 + up.questions[up.last()]),
                before.steps() + up.steps[up.last()]);
        for (int k = 0; k < before.points.length; k++) {
            for (int s = 0; s <= before.steps(); s++) {
                long points = before.points[k][s];
                if (points == NEVER) {
                    continue;
                }
                offer(after, k, s, points, 0, bounds);
                for (int way = 1; way < up.count() && k + up.questions[way] < after.points.length; way++) {
                    offer(after, k + up.questions[way], s + up.steps[way], points + up.gain[way], way, bounds);
                }
            }
        }
        dropWorse(after);
        stages.add(new Stage(item, before, before, List.of(), after));
        return after;
    }

    private Table merged(Table before, Table inner, List<Stage> innerStages, List<Outer> bounds, List<Stage> stages) {
        int questions = Math.min(budget, before.points.length + inner.points.length - 2);
        var after = new Table(questions, before.steps() + inner.steps());
        for (int k = 0; k < before.points.length; k++) {
            for (int s = 0; s <= before.steps(); s++) {
                if (before.points[k][s] == NEVER) {
                    continue;
                }
                for (int j = 0; j < inner.points.length && k + j <= questions; j++) {
                    for (int t = 0; t <= inner.steps(); t++) {
                        if (inner.points[j][t] != NEVER) {
                            long points = before.points[k][s] + inner.points[j][t];
                            offer(after, k + j, s + t, points, j * (inner.steps() + 1) + t, bounds);
                        }
                    }
                }
            }
        }
        dropWorse(after);
        stages.add(new Stage(-1, before, inner, innerStages, after));
        return after;
    }

    private void offer(Table table, int questions, int steps, long points, int way, List<Outer> bounds) {
        if (points > table.points[questions][steps] && !isHopeless(points, questions, bounds)) {
            table.points[questions][steps] = points;
            table.way[questions][steps] = way;
        }
    }

    /** More steps for no more points are never needed. */
    private static void dropWorse(Table table) {
        for (var row : table.points) {
            long most = NEVER;
            for (int s = 0; s < row.length; s++) {
                if (row[s] <= most) {
                    row[s] = NEVER;
                } else {
                    most = row[s];
                }
            }
        }
    }

    private void retrace(List<Stage> stages, int questions, int steps, int[] result) {
        int k = questions;
        int s = steps;
        for (int i = stages.size() - 1; i >= 0; i--) {
            var stage = stages.get(i);
            int way = stage.after().way[k][s];
            if (stage.item() >= 0) {
                var up = ways.get(stage.item());
                result[stage.item()] = way;
                k -= up.questions[way];
                s -= up.steps[way];
            } else {
                int width = stage.inner().steps() + 1;
                retrace(stage.innerStages(), way / width, way % width, result);
                k -= way / width;
                s -= way % width;
            }
        }
    }
}
