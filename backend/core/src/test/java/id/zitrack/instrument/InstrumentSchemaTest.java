package id.zitrack.instrument;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The shipped files against their published schemas, read without our own reader. */
class InstrumentSchemaTest {

    private static final Path INDICATORS = Path.of("../../indicators");
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Schema INSTRUMENT = schema("instrument.schema.json");
    private static final Schema CROSSWALK = schema("crosswalk.schema.json");
    private static final Schema SHEET = schema("sheet.schema.json");

    @ParameterizedTest
    @MethodSource("instrumentFiles")
    void everyInstrumentFileFollowsTheSchema(Path file) {
        assertThat(problems(INSTRUMENT, yaml(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("instrumentFolders")
    void theInstrumentInOneFileFollowsTheSchemaToo(Path folder) {
        var files = new HashMap<String, byte[]>();
        yamlFiles(folder)
                .forEach(file ->
                        files.put(file.getFileName().toString(), read(file).getBytes(UTF_8)));

        assertThat(problems(INSTRUMENT, parse(InstrumentSource.ofFiles(files).yaml())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("crosswalkFiles")
    void everyCrosswalkFollowsTheSchemaAndNamesWhatExists(Path file) {
        var crosswalk = yaml(file);

        assertThat(problems(CROSSWALK, crosswalk)).isEmpty();
        var from = codes(map(crosswalk.get("from")));
        var to = codes(map(crosswalk.get("to")));
        for (var pair : list(crosswalk.get("pairs"))) {
            assertThat(from).contains(string(map(pair).get("from")));
            assertThat(to)
                    .containsAll(list(map(pair).get("to")).stream()
                            .map(InstrumentSchemaTest::string)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("sheetFiles")
    void everySheetHasOneRowForEachQuestionOfItsInstrument(Path file) {
        var sheet = yaml(file);
        var instrument = INDICATORS.resolve(file.getFileName().toString().replace(".yaml", ""));

        assertThat(problems(SHEET, sheet)).isEmpty();
        var rows = map(sheet.get("rows"));
        assertThat(rows.values()).doesNotHaveDuplicates();
        assertThat(rows.keySet())
                .containsExactlyInAnyOrderElementsOf(questions(instrument).stream()
                        .map(question -> string(question.get("code")))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("instrumentFolders")
    void everyQuestionExplainsItself(Path folder) {
        var types = map(yaml(folder.resolve("instrument.yaml")).get("answerTypes"));

        var questions = questions(folder);

        assertThat(questions).isNotEmpty();
        for (var question : questions) {
            var code = string(question.get("code"));
            assertThat(indonesian(question.get("label"))).as(code).doesNotEndWith(".");
            assertThat(indonesian(question.get("guidance"))).as(code).endsWith(".");
            assertThat(list(question.get("evidence"))).as(code).isNotEmpty();
            if (types.get(string(question.get("type"))) instanceof Map<?, ?> type
                    && "choice".equals(type.get("kind"))) {
                var values = list(type.get("choices")).stream()
                        .map(choice -> string(map(choice).get("value")))
                        .toList();
                var meanings = map(question.get("choices"));
                assertThat(meanings.keySet()).as(code).containsExactlyElementsOf(values);
                assertThat(meanings.values()).as(code).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void theSchemaRefusesWhatItDoesNotKnow() {
        var file = INDICATORS.resolve("lke-90-2021/b-hasil.yaml");
        var text = read(file);

        assertThat(problems(INSTRUMENT, parse(text.replace("guidance:", "hint:"))))
                .isNotEmpty();
        assertThat(problems(INSTRUMENT, parse(text.replace("weight: \"17.5\"", "weight: 17.5"))))
                .isNotEmpty();
        assertThat(problems(INSTRUMENT, parse(text.replace("rule: sum", "rule: median"))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    true  | any: [{measure: {points: [A]}, atLeast: "1"}, {measure: {value: B.1}, atMost: "1"}]
                    true  | any: [{measure: {points: [A]}, atLeast: "1"}, {all: [{measure: {points: [A]}, atLeast: "1"}, {label: x, measure: {points: [A]}, atMost: "1"}]}]
                    false | any: [{measure: {points: [A]}, atLeast: "1"}]
                    false | any: [{measure: {points: [A]}, atLeast: "1"}, {measure: {value: B.1}, atMost: null}]
                    false | any: [{measure: {points: [A]}, atLeast: "1"}, {id: x, measure: {value: B.1}, atMost: "1"}]
                    false | any: [{measure: {points: [A]}, atLeast: "1"}, {all: [{measure: {points: [A]}, atLeast: "1"}, {any: []}]}]
                    false | any: [{measure: {points: [A]}, atLeast: "1"}, {measure: {points: [A]}, atLeast: "2"}], measure: {points: [A]}, atLeast: "1"
                    false | measure: {points: [A]}, atLeast: "1", sum: 1
                    """)
    void conditionsMayBeCombinedTwoDeep(boolean good, String condition) {
        var text = read(INDICATORS.resolve("zi-60-2012/instrument.yaml"))
                .replaceFirst("gates:\n  wbk:\n", "gates:\n  wbk:\n    - {id: new, label: x, " + condition + "}\n");

        assertThat(problems(INSTRUMENT, parse(text)).isEmpty()).isEqualTo(good);
    }

    static Stream<Path> instrumentFolders() throws IOException {
        try (var folders = Files.list(INDICATORS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("instrument.yaml"))).sorted().toList().stream();
        }
    }

    static Stream<Path> instrumentFiles() throws IOException {
        return instrumentFolders().flatMap(InstrumentSchemaTest::yamlFiles);
    }

    static Stream<Path> crosswalkFiles() {
        return yamlFiles(INDICATORS.resolve("crosswalk"));
    }

    static Stream<Path> sheetFiles() {
        return yamlFiles(INDICATORS.resolve("sheets"));
    }

    private static Stream<Path> yamlFiles(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new AssertionError(folder + " cannot be listed", e);
        }
    }

    private static List<String> problems(Schema schema, Map<String, Object> content) {
        return schema.validate(JSON.valueToTree(content)).stream()
                .map(Error::toString)
                .toList();
    }

    private static List<Map<String, Object>> questions(Path folder) {
        var found = new ArrayList<Map<String, Object>>();
        yamlFiles(folder).forEach(file -> collect(yaml(file), "questions", found));
        return found;
    }

    private static Set<String> codes(Map<String, Object> instrument) {
        var folder = INDICATORS.resolve(string(instrument.get("id")));
        assertThat(yaml(folder.resolve("instrument.yaml"))).containsEntry("version", instrument.get("version"));
        var found = new ArrayList<Map<String, Object>>();
        yamlFiles(folder).forEach(file -> {
            for (var key : List.of("nodes", "tree", "children", "questions")) {
                collect(yaml(file), key, found);
            }
        });
        var codes = new HashSet<String>();
        found.forEach(node -> codes.add(string(node.get("code"))));
        return codes;
    }

    /** Collects the mappings that stand in a list under the key, at any depth. */
    private static void collect(Object node, String key, List<Map<String, Object>> found) {
        if (node instanceof Map<?, ?> mapping) {
            mapping.forEach((name, value) -> {
                if (key.equals(name) && value instanceof List<?> items) {
                    items.stream().filter(Map.class::isInstance).forEach(item -> found.add(map(item)));
                }
                collect(value, key, found);
            });
        } else if (node instanceof List<?> items) {
            items.forEach(item -> collect(item, key, found));
        }
    }

    private static Schema schema(String name) {
        return REGISTRY.getSchema(read(INDICATORS.resolve("schema").resolve(name)), InputFormat.JSON);
    }

    private static Map<String, Object> yaml(Path file) {
        return parse(read(file));
    }

    private static Map<String, Object> parse(String text) {
        return map(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    private static String indonesian(@Nullable Object text) {
        return text instanceof Map<?, ?> languages ? string(languages.get("id")) : string(text);
    }

    private static String string(@Nullable Object value) {
        return Objects.requireNonNull(value, "a required value is missing").toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(@Nullable Object value) {
        assertThat(value).isInstanceOf(List.class);
        return (List<Object>) Objects.requireNonNull(value);
    }
}
