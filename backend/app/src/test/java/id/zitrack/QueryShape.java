package id.zitrack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * What of a query decides which index can serve it: the collection, the fields that must equal something, those within
 * a range, and the order. Everything else is looked at in the documents that the index leads to.
 *
 * @param alternatives the branches of an {@code $or}
 * @param sort field names, with a minus before the descending ones
 */
record QueryShape(
        String collection,
        SortedSet<String> equal,
        SortedSet<String> range,
        List<QueryShape> alternatives,
        List<String> sort) {

    private static final Set<String> EQUAL = Set.of("$eq", "$in");
    private static final Set<String> RANGE = Set.of("$gt", "$gte", "$lt", "$lte");

    /** An index by its collection and its keys, in the notation of {@link #sort}. */
    record Index(String collection, List<String> keys) {
        @Override
        public String toString() {
            return String.join(", ", keys);
        }
    }

    /** The queries in a command; none in commands that ask for nothing. */
    static List<QueryShape> of(String name, BsonDocument command) {
        return switch (name) {
            case "find" -> List.of(of(command, name, "filter", "sort"));
            case "findAndModify" -> List.of(of(command, name, "query", "sort"));
            case "distinct" -> List.of(of(command, name, "query", "none"));
            // Without a filter the store knows the number without counting.
            case "count" ->
                command.getDocument("query", new BsonDocument()).isEmpty()
                        ? List.of()
                        : List.of(of(command, name, "query", "none"));
            case "update" -> each(command, name, "updates");
            case "delete" -> each(command, name, "deletes");
            case "aggregate" -> List.of(ofPipeline(command));
            default -> List.of();
        };
    }

    private static List<QueryShape> each(BsonDocument command, String name, String list) {
        return command.getArray(list, new BsonArray()).stream()
                .map(it ->
                        of(command.getString(name).getValue(), it.asDocument().getDocument("q"), new BsonDocument()))
                .toList();
    }

    private static QueryShape ofPipeline(BsonDocument command) {
        var filter = new BsonDocument();
        var sort = new BsonDocument();
        for (var stage : command.getArray("pipeline")) {
            var document = stage.asDocument();
            if (document.containsKey("$match") && sort.isEmpty()) {
                filter.putAll(document.getDocument("$match"));
            } else if (document.containsKey("$sort")) {
                sort = document.getDocument("$sort");
            } else {
                break;
            }
        }
        return of(command.getString("aggregate").getValue(), filter, sort);
    }

    private static QueryShape of(BsonDocument command, String name, String filter, String sort) {
        return of(
                command.getString(name).getValue(),
                command.getDocument(filter, new BsonDocument()),
                command.getDocument(sort, new BsonDocument()));
    }

    static QueryShape of(String collection, BsonDocument filter, BsonDocument sort) {
        var shape = new QueryShape(collection, new TreeSet<>(), new TreeSet<>(), new ArrayList<>(), new ArrayList<>());
        shape.read(filter, "");
        sort.forEach((field, direction) -> shape.sort.add((direction.asNumber().intValue() < 0 ? "-" : "") + field));
        return shape;
    }

    private void read(BsonDocument filter, String prefix) {
        filter.forEach((field, value) -> {
            switch (field) {
                case "$and" -> value.asArray().forEach(it -> read(it.asDocument(), prefix));
                case "$or" ->
                    value.asArray()
                            .forEach(it -> alternatives.add(of(collection, it.asDocument(), new BsonDocument())));
                default -> {
                    if (!field.startsWith("$")) {
                        readField(prefix + field, value);
                    }
                }
            }
        });
    }

    private void readField(String field, BsonValue value) {
        if (!value.isDocument()
                || value.asDocument().isEmpty()
                || !value.asDocument().getFirstKey().startsWith("$")) {
            if (!value.isRegularExpression()) {
                equal.add(field);
            }
            return;
        }
        value.asDocument().forEach((operator, operand) -> {
            if (EQUAL.contains(operator)) {
                equal.add(field);
            } else if (RANGE.contains(operator)) {
                range.add(field);
            } else if (operator.equals("$elemMatch")) {
                read(operand.asDocument(), field + ".");
            }
        });
    }

    /** Whether an index leads to what is asked for, in the order that is asked for. */
    boolean isServedBy(Index index) {
        if (!index.collection().equals(collection)) {
            return false;
        }
        if (leadsTo(index)) {
            return true;
        }
        return !alternatives.isEmpty() && alternatives.stream().allMatch(it -> with(it).leadsTo(index));
    }

    private QueryShape with(QueryShape alternative) {
        var all = new TreeSet<>(equal);
        all.addAll(alternative.equal);
        var ranges = new TreeSet<>(range);
        ranges.addAll(alternative.range);
        return new QueryShape(collection, all, ranges, List.of(), sort);
    }

    /** Equality first, then the order, then a range. */
    private boolean leadsTo(Index index) {
        var fields = index.keys().stream().map(QueryShape::plain).toList();
        int fixed = 0;
        while (fixed < fields.size() && equal.contains(fields.get(fixed))) {
            fixed++;
        }
        var wanted = sort.stream().filter(it -> !equal.contains(plain(it))).toList();
        if (wanted.isEmpty()) {
            return fixed > 0 || range.contains(fields.get(0));
        }
        var rest = index.keys().subList(fixed, index.keys().size());
        var isOrdered = isPrefix(wanted, rest) || isPrefix(turned(wanted), rest);
        return isOrdered && (fixed > 0 || range.contains(fields.get(0)) || isEverything());
    }

    private boolean isEverything() {
        return equal.isEmpty() && range.isEmpty() && alternatives.isEmpty();
    }

    private static boolean isPrefix(List<String> wanted, List<String> keys) {
        return wanted.size() <= keys.size() && keys.subList(0, wanted.size()).equals(wanted);
    }

    private static List<String> turned(List<String> sort) {
        return sort.stream()
                .map(it -> it.startsWith("-") ? it.substring(1) : "-" + it)
                .toList();
    }

    private static String plain(String key) {
        return key.startsWith("-") ? key.substring(1) : key;
    }

    /** One line that says it all, and from which {@link #parse} makes the shape again. */
    String text() {
        return collection + " | " + criteria() + " | " + String.join(" ", sort);
    }

    String criteria() {
        var own = Stream.concat(
                        equal.stream().map(it -> it + "="), range.stream().map(it -> it + "<>"))
                .toList();
        var either = alternatives.stream()
                .map(QueryShape::criteria)
                .distinct()
                .sorted()
                .toList();
        return String.join(" ", own) + (either.isEmpty() ? "" : " (" + String.join(" or ", either) + ")");
    }

    static QueryShape parse(String text) {
        var parts = text.split(" \\| ?", -1);
        var shape = criteria(parts[0], parts[1]);
        if (!parts[2].isBlank()) {
            shape.sort.addAll(List.of(parts[2].strip().split(" ")));
        }
        return shape;
    }

    private static QueryShape criteria(String collection, String text) {
        var shape = new QueryShape(collection, new TreeSet<>(), new TreeSet<>(), new ArrayList<>(), new ArrayList<>());
        var bracket = text.indexOf('(');
        if (bracket >= 0) {
            Arrays.stream(text.substring(bracket + 1, text.length() - 1).split(" or "))
                    .forEach(it -> shape.alternatives.add(criteria(collection, it)));
        }
        var own = bracket < 0 ? text : text.substring(0, bracket);
        for (var word : own.strip().split(" ")) {
            if (word.endsWith("<>")) {
                shape.range.add(word.substring(0, word.length() - 2));
            } else if (word.endsWith("=")) {
                shape.equal.add(word.substring(0, word.length() - 1));
            }
        }
        return shape;
    }
}
