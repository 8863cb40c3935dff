package id.zitrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import id.zitrack.QueryShape.Index;
import id.zitrack.platform.Recorded;
import id.zitrack.platform.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions.MongoConverterConfigurationAdapter;
import org.springframework.data.mongodb.core.index.IndexResolver;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.util.ClassUtils;

/**
 * Every query that was sent while the other tests ran has an index that serves it on a real MongoDB, or a written reason
 * why it needs none. Runs after them, see the build.
 */
class QueriesTest {
    private static final Path LIST = Path.of("..", "..", "docs", "queries.md");
    private static final Path REASONS = Path.of("src", "test", "resources", "queries-without-index.txt");

    @Test
    void everyQueryThatWasSentHasAnIndexOrAReason() throws IOException {
        var indexes = indexes();
        var reasons = reasons();

        var unserved = recorded().stream()
                .filter(it -> serving(QueryShape.parse(it), indexes).isEmpty())
                .filter(it -> !reasons.containsKey(it.strip()))
                .toList();

        assertThat(unserved)
                .as("declare an index on the document, or write a reason into %s", REASONS)
                .isEmpty();
    }

    @Test
    void noReasonIsGivenForWhatAnIndexServes() throws IOException {
        var indexes = indexes();

        assertThat(reasons().keySet())
                .allMatch(it -> serving(QueryShape.parse(it), indexes).isEmpty());
    }

    @Test
    void theListOfQueriesIsCurrent() throws IOException {
        var recorded = recorded();
        if (Boolean.getBoolean("zitrack.queries.write")) {
            Files.writeString(LIST, list(recorded, indexes(), reasons()));
        }

        var listed = Files.readString(LIST);

        var indexes = indexes();
        var reasons = reasons();
        assertThat(recorded.stream().map(it -> row(it, indexes, reasons)).toList())
                .as("write docs/queries.md anew: ./zi test with MAVEN_OPTS=-Dzitrack.queries.write=true")
                .allMatch(listed::contains);
    }

    @Test
    void anIndexServesEqualityThenOrderThenRange() {
        var index = new Index("things", List.of("unit", "-at", "-_id"));

        assertThat(shape("{unit: 1}", "{at: -1, _id: -1}").isServedBy(index)).isTrue();
        assertThat(shape("{unit: 1}", "{at: 1, _id: 1}").isServedBy(index)).isTrue();
        assertThat(shape("{unit: 1, at: {$gt: 3}}", "{at: -1}").isServedBy(index))
                .isTrue();
        assertThat(shape("{unit: {$in: [1, 2]}, name: 'a'}", "{}").isServedBy(index))
                .isTrue();
        assertThat(shape("{unit: 1}", "{at: -1, _id: 1}").isServedBy(index)).isFalse();
        assertThat(shape("{unit: 1}", "{name: 1}").isServedBy(index)).isFalse();
        assertThat(shape("{unit: {$ne: 1}}", "{}").isServedBy(index)).isFalse();
        assertThat(shape("{at: 1}", "{}").isServedBy(index)).isFalse();
        assertThat(shape("{$or: [{unit: 1}, {unit: 2, at: 1}]}", "{}").isServedBy(index))
                .isTrue();
        assertThat(shape("{$or: [{unit: 1}, {at: 1}]}", "{}").isServedBy(index)).isFalse();
        assertThat(shape("{}", "{}").isServedBy(index)).isFalse();
    }

    @Test
    void aShapeSurvivesBeingWrittenDown() {
        for (var shape : List.of(
                shape("{unit: 1, at: {$gt: 3}}", "{at: -1}"),
                shape("{$and: [{unit: 1}, {$or: [{at: {$lt: 1}}, {at: 1, _id: {$lt: 2}}]}]}", "{}"),
                shape("{}", "{_id: 1}"))) {
            assertThat(QueryShape.parse(shape.text()).text()).isEqualTo(shape.text());
        }
    }

    private static QueryShape shape(String filter, String sort) {
        return QueryShape.of("things", BsonDocument.parse(filter), BsonDocument.parse(sort));
    }

    private static TreeSet<String> recorded() throws IOException {
        assumeThat(RecordedQueries.FILE)
                .as("queries that other tests have recorded")
                .exists();
        return new TreeSet<>(Files.readAllLines(RecordedQueries.FILE));
    }

    private static Optional<Index> serving(QueryShape shape, List<Index> indexes) {
        return indexes.stream()
                .filter(shape::isServedBy)
                .max(Comparator.comparingLong(it -> it.keys().stream()
                        .filter(key -> shape.equal().contains(key))
                        .count()));
    }

    /** The index on the id that every collection has, and what the documents declare. */
    private static List<Index> indexes() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Document.class));
        var documents = scanner.findCandidateComponents("id.zitrack").stream()
                .map(it -> ClassUtils.resolveClassName(String.valueOf(it.getBeanClassName()), null))
                .collect(Collectors.<Class<?>>toSet());
        var context = new MongoMappingContext();
        context.setSimpleTypeHolder(
                MongoCustomConversions.create(MongoConverterConfigurationAdapter::useNativeDriverJavaTimeCodecs)
                        .getSimpleTypeHolder());
        context.setInitialEntitySet(documents);
        context.afterPropertiesSet();
        var resolver = IndexResolver.create(context);
        var indexes = new ArrayList<Index>();
        for (var entity : context.getPersistentEntities()) {
            if (!documents.contains(entity.getType())) {
                continue;
            }
            indexes.add(new Index(entity.getCollection(), List.of("_id")));
            if (Recorded.class.isAssignableFrom(entity.getType())) {
                indexes.add(new Index(entity.getCollection(), List.of(Recording.OUTBOX + ".at")));
            }
            StreamSupport.stream(
                            resolver.resolveIndexFor(entity.getTypeInformation())
                                    .spliterator(),
                            false)
                    .map(it -> new Index(
                            entity.getCollection(),
                            it.getIndexKeys().entrySet().stream()
                                    .map(key -> (Integer.valueOf(-1).equals(key.getValue()) ? "-" : "") + key.getKey())
                                    .toList()))
                    .forEach(indexes::add);
        }
        indexes.add(new Index(Recording.NOTES, List.of("_id")));
        indexes.add(new Index(Recording.NOTES, List.of(Recording.OUTBOX + ".at")));
        return indexes;
    }

    /** Lines of a shape, a colon, and why it needs no index. */
    private static Map<String, String> reasons() throws IOException {
        var reasons = new TreeMap<String, String>();
        for (var line : Files.readAllLines(REASONS)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                var parts = line.split(" ?: ", 2);
                reasons.put(parts[0].strip(), parts[1].strip());
            }
        }
        return reasons;
    }

    private static String list(TreeSet<String> recorded, List<Index> indexes, Map<String, String> reasons) {
        return """
                # Queries

                Every query that the application sends while its tests run, with the index that serves it on a real
                MongoDB. Generated; `QueriesTest` fails when a query is not here, or has neither an index nor a reason
                (`backend/app/src/test/resources/queries-without-index.txt`).

                `field=` must equal a value or one of several, `field<>` lies in a range, `-field` is descending. An index
                serves a query when its first fields are among those that must be equal and the next ones give the order;
                what else a query asks for is looked at in the documents that the index leads to. The embedded document
                server has none of these indexes: see [embedded.md](embedded.md) for what that means.

                | Collection | Where | Order | Index |
                | --- | --- | --- | --- |
                """ + recorded.stream().map(it -> row(it, indexes, reasons)).collect(Collectors.joining());
    }

    private static String row(String text, List<Index> indexes, Map<String, String> reasons) {
        var shape = QueryShape.parse(text);
        var index = serving(shape, indexes)
                .map(it -> "`" + it + "`")
                .orElse("none: " + reasons.getOrDefault(text.strip(), "no reason given"));
        return "| `" + shape.collection() + "` | " + code(shape.criteria()) + " | "
                + code(String.join(", ", shape.sort())) + " | " + index + " |\n";
    }

    private static String code(String text) {
        return text.isBlank() ? "" : "`" + text.strip() + "`";
    }
}
