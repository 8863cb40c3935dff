package id.zitrack.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.zitrack.scoring.WorkedExamples;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InstrumentSourceTest {

    private static final Path SMALL = Path.of("src/test/resources/instruments/small");

    @ParameterizedTest
    @MethodSource("instruments")
    void oneFileSaysTheSameAsTheFilesItWasMadeFrom(Path folder) {
        var original = new InstrumentReader().read(folder);
        var source = InstrumentSource.ofFiles(files(folder));

        var again = source.instrument();

        assertThat(InstrumentComparison.compare(original, again)).isEmpty();
        assertThat(again.examples()).hasSameSizeAs(original.examples());
        assertThat(again.areas()).isEqualTo(original.areas());
        assertThat(again.note()).isEqualTo(original.note());
        for (var award : Award.values()) {
            assertThat(again.gates(award)).isEqualTo(original.gates(award));
            assertThat(again.preconditions(award)).isEqualTo(original.preconditions(award));
        }
        assertThat(WorkedExamples.check(again)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void whatIsWrittenIsReadAgainUnchanged(Path folder) {
        var source = InstrumentSource.ofFiles(files(folder));

        var again = InstrumentSource.ofYaml(source.bytes());

        assertThat(again.values()).isEqualTo(source.values());
        assertThat(again.yaml()).isEqualTo(source.yaml());
        assertThat(InstrumentSource.of(source.values()).yaml()).isEqualTo(source.yaml());
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void linesAreShortEnoughToRead(Path folder) {
        var yaml = InstrumentSource.ofFiles(files(folder)).yaml();

        assertThat(yaml).startsWith("# Instrumen ZITrack");
        assertThat(yaml.lines()).allSatisfy(it -> assertThat(it.length()).isLessThanOrEqualTo(110));
        assertThat(yaml.lines().filter(it -> it.length() > 100).count()).isLessThan(10);
    }

    @Test
    void theOrderOfKeysIsThatOfTheFormat() {
        var values = new LinkedHashMap<String, Object>();
        values.put("version", "1");
        values.put("title", "Judul");
        values.put("id", "contoh");
        values.put("schema", 1);

        assertThat(InstrumentSource.of(values).yaml())
                .endsWith("BERKAS\nschema: 1\nid: contoh\nversion: \"1\"\ntitle: Judul\n");
    }

    @Test
    void theOrderOfNamesIsTheAuthors() {
        var counts = new LinkedHashMap<String, Object>();
        counts.put("to", "Tahun ini");
        counts.put("from", "Tahun lalu");

        assertThat(InstrumentSource.of(Map.of("counts", counts)).yaml())
                .endsWith("counts: {to: \"Tahun ini\", from: \"Tahun lalu\"}\n");
    }

    @Test
    void typesAreKeptApart() {
        var values = InstrumentSource.ofFiles(files(SMALL)).values();

        assertThat(values).containsEntry("schema", 1).containsEntry("version", "1");
        assertThat(values.toString())
                .contains("weight=5", "year=2026", "percent=null", "total=true", "whenZero=0.5")
                .doesNotContain("nodes=[A, A]");
        assertThat(at(values, "tree", 0, "weight")).isEqualTo("7");
        assertThat(at(values, "examples", 0, "expect", "gates", "wbk", "total")).isEqualTo(true);
        assertThat(at(values, "answerTypes", "index", "decimals")).isEqualTo(2);
    }

    @Test
    void theWeightsOfChildrenAreAdded() {
        var sums = InstrumentSource.ofFiles(files(SMALL)).sums();

        assertThat(sums)
                .containsExactly(
                        new InstrumentSource.WeightSum("A", new BigDecimal("7"), new BigDecimal("7")),
                        new InstrumentSource.WeightSum("B", new BigDecimal("13"), new BigDecimal("13")));
    }

    @Test
    void weightsThatAreNoDecimalsCountNothingInASum() {
        var child = Map.of("code", "A.1", "weight", "1e999");
        var group = Map.of("code", "A", "rule", "sum", "weight", "x", "children", List.of(child, "B", 7));

        assertThat(InstrumentSource.of(Map.of("tree", List.of(group))).sums())
                .containsExactly(new InstrumentSource.WeightSum("A", BigDecimal.ONE, BigDecimal.ZERO));
    }

    @Test
    void anyTextIsReadAgainAsItWasWritten() {
        var random = new Random(2026);
        var pieces = List.of(
                "a", "kata", " ", "  ", "\n", "\t", ":", "# ", "- ", "'", "\"", "\\", "{", "]", ",", "&", "*", "!", "|",
                ">", "%", "@", "1", "0.5", "true", "null", "~", "é", "😀", "\u00a0", "\u2028", "?", "=", "...", "---");
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(40); j >= 0; j--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            Map<String, Object> values = Map.of(
                    "title", Map.of("id", text.toString()), "evidence", List.of(text.toString(), "x"), "k" + text, "v");
            if (text.indexOf("\n") >= 0) {
                values = Map.of("title", text.toString(), "evidence", List.of(List.of(text.toString())));
            }

            assertThat(InstrumentSource.ofYaml(InstrumentSource.of(values).bytes())
                            .values())
                    .isEqualTo(values);
        }
    }

    @Test
    void damagedSourcesAreWrittenAndReadAgainToo() {
        var random = new Random(60_2012);
        var source = InstrumentSource.ofFiles(files(SMALL));
        for (int i = 0; i < 500; i++) {
            var damaged = damaged(source.values(), random);
            if (damaged instanceof Map<?, ?> map) {
                var written = InstrumentSource.of(map);
                var again = InstrumentSource.ofYaml(written.bytes());

                assertThat(again.yaml()).isEqualTo(written.yaml());
                assertThat(problems(written)).isEqualTo(problems(again));
            }
        }
    }

    @Test
    void whatTheFileCannotHoldIsRefusedInASentence() {
        assertThat(refusal(Map.of("weight", 0.5))).contains("tulis angka desimal sebagai teks");
        assertThat(refusal(Map.of("weight", Double.NaN))).contains("tulis angka desimal sebagai teks");
        assertThat(refusal(Map.of("weight", 9_999_999_999L))).contains("tidak dapat disimpan");
        assertThat(refusal(Map.of(1, "satu"))).contains("harus berupa satu kata");
        assertThat(refusal(Map.of("", "kosong"))).contains("harus berupa satu kata");
        assertThat(refusal(Map.of("label", "a\u0000b"))).contains("label: teks memuat karakter kendali");
        assertThat(refusal(Map.of("label", "a\ud800b"))).contains("karakter kendali");
        assertThat(refusal(Map.of("label", "x".repeat(2_000_000)))).contains("lebih besar dari 1 MB");
        assertThat(refusal(Map.of("list", new ArrayList<>(java.util.Collections.nCopies(30_000, "x")))))
                .contains("isi terlalu banyak");
        List<Object> deep = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            deep = new ArrayList<>(List.of(deep));
        }
        assertThat(refusal(Map.of("tree", deep))).contains("terlalu dalam");
        List<Object> inItself = new ArrayList<>();
        inItself.add(inItself);
        assertThat(refusal(Map.of("tree", inItself))).contains("terlalu dalam");
    }

    @Test
    void aMissingAreaFileIsNamed() {
        var main = "tree: [A]\nfiles: [a.yaml]\n".getBytes(StandardCharsets.UTF_8);

        var refusal = catchThrowableOfType(
                InstrumentInvalid.class, () -> InstrumentSource.ofFiles(Map.of("instrument.yaml", main)));

        assertThat(refusal).hasMessageContaining("berkas \"a.yaml\" tidak ada");
    }

    @Test
    void aGroupStandsInTheTreeOnceSoCirclesEnd() {
        var main = "tree: [A]\nfiles: [a.yaml]\n".getBytes(StandardCharsets.UTF_8);
        var area = "nodes: [{code: A, children: [B]}, {code: B, children: [A]}]".getBytes(StandardCharsets.UTF_8);

        var source = InstrumentSource.ofFiles(Map.of("instrument.yaml", main, "a.yaml", area));

        assertThat(source.values().get("tree")).hasToString("[{code=A, children=[{code=B, children=[A]}]}]");
    }

    static Stream<Path> instruments() {
        return Stream.of(SMALL, Path.of("../../indicators/lke-90-2021"), Path.of("../../indicators/zi-60-2012"));
    }

    private static List<String> problems(InstrumentSource source) {
        try {
            source.instrument();
            return List.of();
        } catch (InstrumentInvalid invalid) {
            return invalid.problems().stream().map(Object::toString).toList();
        }
    }

    private static String refusal(Map<?, ?> values) {
        return Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(1),
                () -> String.valueOf(catchThrowableOfType(InstrumentInvalid.class, () -> InstrumentSource.of(values))));
    }

    /** The same values with something removed, replaced or wrapped somewhere. */
    private static @Nullable Object damaged(@Nullable Object value, Random random) {
        if (random.nextInt(40) == 0) {
            return switch (random.nextInt(6)) {
                case 0 -> null;
                case 1 -> "";
                case 2 -> 7;
                case 3 -> List.of();
                case 4 -> Map.of();
                default -> List.of(String.valueOf(value).replace("\n", " "));
            };
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<Object, @Nullable Object>();
            map.forEach((key, inner) -> copy.put(key, damaged(inner, random)));
            return copy;
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            list.forEach(it -> copy.add(damaged(it, random)));
            return copy;
        }
        return value;
    }

    private static @Nullable Object at(@Nullable Object value, Object... path) {
        var found = value;
        for (var step : path) {
            found = step instanceof Integer index && found instanceof List<?> list
                    ? list.get(index)
                    : found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found;
    }

    private static Map<String, byte[]> files(Path folder) {
        try (var list = Files.list(folder)) {
            var files = new LinkedHashMap<String, byte[]>();
            for (var file : list.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
            return files;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
