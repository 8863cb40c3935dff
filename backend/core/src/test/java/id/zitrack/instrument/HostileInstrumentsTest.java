package id.zitrack.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged and hostile instruments are refused with file, line and what to do, quickly. */
class HostileInstrumentsTest {

    private static final Path SMALL = Path.of("src/test/resources/instruments/small/instrument.yaml");

    private static String small() throws IOException {
        return Files.readString(SMALL).replace("\r", "");
    }

    /** Refuses within a second of work; other programs on the machine do not count. */
    private static InstrumentInvalid refusal(String yaml) {
        var bytes = yaml.getBytes(StandardCharsets.UTF_8);
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            var refusal = catchThrowableOfType(
                    InstrumentInvalid.class, () -> new InstrumentReader().read(Map.of("instrument.yaml", bytes)));
            assertThat(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start))
                    .isLessThan(Duration.ofSeconds(1));
            return refusal;
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    weight: "5"                     | weight: "4"                      | A: jumlah bobot isinya 6, seharusnya 7
                    weight: "5"                     | weight: "1e999"                  | bukan angka biasa
                    weight: "5"                     | weight: ".inf"                   | bukan angka biasa
                    weight: "5"                     | weight: "NaN"                    | bukan angka biasa
                    weight: "5"                     | weight: "Infinity"               | bukan angka biasa
                    atLeast: "12"                   | atLeast: "1e999"                 | bukan angka biasa
                    score: "0.67"                   | score: "1e999"                   | bukan angka biasa
                    B.1: "3.6"                      | B.1: "1e999"                     | bukan angka
                    weight: "5"                     | weight: "99999999999999999999"   | bukan angka biasa
                    weight: "5"                     | weight: "-5"                     | bobot harus 0 sampai 1000
                    weight: "5"                     | wieght: "5"                      | kunci "wieght" tidak dikenal
                    code: A.1.b                     | code: A.1.a                      | A.1.a: kode dipakai dua kali
                    code: A.1.b                     | code: TOTAL                      | kode tidak boleh
                    code: A.1.b                     | code: "A 1"                      | kode tidak boleh
                    type: a-d                       | type: a-z                        | A.1.b: tipe "a-z" tidak ada
                    rule: mean                      | rule: median                     | "median" tidak dikenal untuk "rule"
                    of: done                        | of: finished                     | jumlah "finished" tidak ada di "counts"
                    atMost: [done, [due, late]]     | atMost: [done, [due, lost]]      | jumlah "lost" tidak ada di "counts"
                    cap: "1"                        | cap: "1.5"                       | "cap" harus lebih dari 0
                    whenZero: "0.5"                 | whenZero: "2"                    | "whenZero" harus 0 sampai 1
                    rule: share                     | rule: quotient                   | harus share atau reduction
                    percent: [A]                    | percent: [Z]                     | wbk/process: kode "Z" tidak ada di pohon
                    value: B.3                      | value: B.4                       | pertanyaan angka "B.4" tidak ada
                    nodes: [A] }                    | nodes: [C] }                     | kelompok "C" tidak ada di pohon
                    nodes: [A] }                    | nodes: [A.2] }                   | A.1.a: pertanyaan ini tidak ada di area mana pun
                    label: Satu,                    | label: "",                       | teks tidak boleh kosong
                    label: Satu,                    | label: {en: One},                | kunci "id" belum diisi
                    choices: { Ya: Ada, Tidak: Be   | choices: { Ya: Ada, Nein: Be     | harus menjelaskan tepat pilihan tipenya
                    { value: B, score: "0.67" }     | { value: B, score: "1.67" }      | nilai pilihan dimulai dari 1 lalu menurun
                    max: "4"                        | max: "5"                         | "scale" harus sama dengan "max"
                    schema: 1                       | schema: 7                        | "schema" harus bilangan bulat
                    id: small                       | id: ../small                     | tidak cocok untuk "id"
                    files: []                       | files: [../../etc/passwd]        | nama berkas
                    files: []                       | files: [missing.yaml]            | berkas "missing.yaml" tidak ada
                    version: "1"                    | version: "1", version: "2"       | bukan YAML yang benar
                    title: { id: Kecil              | title: &a { id: Kecil            | jangkar (&) dan alias (*)
                    title: { id: Kecil              | title: !!java.net.URL { id: Kecil | penanda tipe
                    A.1.a: Ya,                      | A.1.a: Yes,                      | A.1.a: jawaban "Yes" tidak dikenal
                    A.1.a: Ya,                      | A.9.a: Ya,                       | pertanyaan "A.9.a" tidak ada
                    total: true                     | sum: true                        | ambang "sum" tidak ada
                    view: official                  | view: lucky                      | "view" harus official, strict, atau best
                    accepted: [WTP]                 | accepted: [ABC]                  | hanya boleh berisi pilihan
                    """)
    void oneDamageIsOneClearSentence(String good, String damage, String message) throws IOException {
        assertThat(small()).contains(good);

        var refusal = refusal(small().replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(damage)));

        assertThat(refusal).isNotNull();
        assertThat(refusal.problems())
                .allSatisfy(it -> {
                    assertThat(it.file()).isEqualTo("instrument.yaml");
                    assertThat(it.line()).isPositive();
                })
                .anySatisfy(it -> assertThat(it.toString()).contains(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    any:                            | either:                           | kunci "either" tidak dikenal
                    id: semua                       | id: semua, measure: { points: [A] }, all: [] | bukan YAML yang benar
                    all: [{ measure: { points: [A] }, atLeast: "3" }, | all: [ | "all" berisi 2 sampai 20 syarat
                    all: [{ measure                 | atLeast: "1", all: [{ measure     | bukan YAML yang benar
                    atMost: "10" }                  | atMost: null }                    | ambang di dalam "all" atau "any" harus diisi
                    atMost: "10" }                  | all: [] }                         | isi tepat satu
                    { measure: { value: C.1 }, atMost: "10" } | { all: [{ measure: { value: C.1 }, atMost: "10" }] } | paling banyak 2 tingkat
                    { measure: { value: C.1 }, atMost: "10" } | { id: x, measure: { value: C.1 }, atMost: "10" } | kunci "id" tidak dikenal
                    percent: [A]                    | percent: [Z]                      | wbk/hasil: kode "Z" tidak ada di pohon
                    { code: A.3, label: Tiga, type: yes-no } | { code: A.3, label: Tiga, type: yes-no, weight: "1" } | bobot tidak dipakai di sini
                    """)
    void aDamagedConditionIsOneClearSentence(String good, String damage, String message) throws IOException {
        var terms = Files.readString(Path.of("src/test/resources/instruments/terms/instrument.yaml"));
        assertThat(terms).contains(good);

        var refusal = refusal(terms.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(damage)));

        assertThat(refusal).isNotNull();
        assertThat(refusal.problems())
                .anySatisfy(it -> assertThat(it.toString()).contains(message));
    }

    @Test
    void theLineOfTheDamageIsNamed() throws IOException {
        var yaml = small().replace("type: a-d }", "type: a-z }");
        int line = yaml.lines().toList().indexOf("          - { code: A.1.b, label: Dua, type: a-z }") + 1;

        assertThat(refusal(yaml).problems().get(0).line()).isEqualTo(line).isPositive();
    }

    @Test
    void allProblemsAreToldAtOnce() throws IOException {
        var yaml = small().replace("type: a-d }", "type: a-z }")
                .replace("cap: \"1\"", "cap: \"7\"")
                .replace("id: small", "id: S");

        assertThat(refusal(yaml).problems()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aDuplicateKeyIsRefused() throws IOException {
        assertThat(refusal(small().replace("id: small", "id: small\nid: other")))
                .hasMessageContaining("instrument.yaml:4: kunci \"id\" ditulis dua kali");
    }

    @Test
    void aBombOfAliasesIsRefused() {
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n");
        }

        assertThat(refusal(bomb.toString())).hasMessageContaining("jangkar");
    }

    @Test
    void aBottomlessNestIsRefused() {
        assertThat(refusal("tree: " + "[".repeat(200_000))).hasMessageContaining("terlalu dalam");
        assertThat(refusal("- ".repeat(200_000) + "x")).hasMessageContaining("instrument.yaml");
    }

    @Test
    void aHugeFileIsRefused() {
        assertThat(refusal("a: " + "x".repeat(10_000_000))).hasMessageContaining("lebih besar dari 1 MB");
    }

    @Test
    void aFileOfManyProblemsTellsOnlyTheFirst() {
        var refusal = refusal("k: 1\n".repeat(1)
                + IntStream.range(0, 5_000).mapToObj(it -> "k" + it + ": 1").collect(Collectors.joining("\n")));

        assertThat(refusal.problems()).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void moreValuesThanAnyInstrumentHasAreRefused() {
        assertThat(refusal("a: [" + "x,".repeat(400_000) + "]")).hasMessageContaining("isi terlalu banyak");
    }

    @Test
    void notTextAtAllIsRefused() {
        var refusal = catchThrowableOfType(
                InstrumentInvalid.class,
                () -> new InstrumentReader()
                        .read(Map.of("instrument.yaml", new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1})));

        assertThat(refusal).hasMessageContaining("bukan UTF-8");
        assertThat(refusal("")).hasMessageContaining("berkas kosong");
        assertThat(refusal("\u0000")).hasMessageContaining("bukan YAML yang benar");
        assertThat(refusal("--- a\n--- b")).hasMessageContaining("hanya satu dokumen");
        assertThat(refusal("just text")).hasMessageContaining("kunci dan isi");
    }

    @Test
    void aGroupInsideItselfIsRefused() throws IOException {
        var yaml = small().replace("files: []", "files: [more.yaml]")
                .replace(
                        "          - { code: A.2.x, label: X, rule: mean, questions: [{ code: A.2.x.1, label: X1, type: yes-no }, { code: A.2.x.2, label: X2, type: yes-no }] }",
                        "          - L");
        var more =
                "nodes: [{code: L, label: L, rule: mean, children: [M]}, {code: M, label: M, rule: mean, children: [L]}]";

        var refusal = catchThrowableOfType(
                InstrumentInvalid.class,
                () -> new InstrumentReader()
                        .read(Map.of(
                                "instrument.yaml",
                                yaml.getBytes(StandardCharsets.UTF_8),
                                "more.yaml",
                                more.getBytes(StandardCharsets.UTF_8))));

        assertThat(refusal).hasMessageContaining("more.yaml:1: L: berputar");
    }

    @Test
    void aNodeThatNobodyUsesIsRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("instrument.yaml"), small().replace("files: []", "files: [more.yaml]"));
        Files.writeString(
                folder.resolve("more.yaml"),
                "nodes:\n  - {code: L, label: L, rule: mean, questions: [{code: L.1, label: L, type: date}]}");

        var refusal = catchThrowableOfType(InstrumentInvalid.class, () -> new InstrumentReader().read(folder));

        assertThat(refusal.problems()).singleElement().satisfies(it -> {
            assertThat(it.file()).endsWith("more.yaml");
            assertThat(it.line()).isEqualTo(2);
            assertThat(it.message()).contains("tidak dipakai di pohon");
        });
    }
}
