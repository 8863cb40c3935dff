package id.zitrack.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentTest {

    private static final Path SMALL = Path.of("src/test/resources/instruments/small");

    private final Instrument small = new InstrumentReader().read(SMALL);

    @Test
    void everyShippedInstrumentIsBundled() throws IOException {
        try (var folders = Files.list(Path.of("../../indicators"))) {
            assertThat(folders.filter(it -> Files.exists(it.resolve("instrument.yaml")))
                            .map(it -> it.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(new InstrumentReader().bundled());
        }
    }

    @Test
    void theLkeHasAllScoredValues() {
        var lke = new InstrumentReader().readBundled("lke-90-2021");

        assertThat(lke.questions()).hasSize(113);
        assertThat(lke.questions())
                .filteredOn(it -> it.type() instanceof RatioType)
                .hasSize(8);
        assertThat(lke.roots()).extracting(Group::weight).containsExactly(new BigDecimal("60"), new BigDecimal("40"));
        assertThat(lke.key()).hasToString("lke-90-2021@1");
    }

    @Test
    void anUnknownInstrumentIsRefused() {
        assertThatThrownBy(() -> new InstrumentReader().readBundled("lke-1999")).isInstanceOf(InstrumentInvalid.class);
    }

    @Test
    void theHashFollowsTheContentAndNotTheLayout() throws IOException {
        var yaml = Files.readString(SMALL.resolve("instrument.yaml"));

        assertThat(read("# remark\n" + yaml.replace("label: Proses", "label:   \"Proses\""))
                        .hash())
                .isEqualTo(read(yaml).hash())
                .isEqualTo(small.hash())
                .matches("[0-9a-f]{64}");
        assertThat(read(yaml.replace("label: Proses", "label: Prosez")).hash()).isNotEqualTo(small.hash());
    }

    @Test
    void onlyUnsetThresholdsCanBeSet() {
        var set = small.withThresholds(Map.of(Award.WBK, Map.of("percent", new BigDecimal("5"))));

        assertThat(set.gates(Award.WBK))
                .filteredOn(it -> it.id().equals("percent"))
                .extracting(Gate::required)
                .containsExactly(new BigDecimal("5"));
        assertThat(set.hash()).isEqualTo(small.hash());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> small.withThresholds(Map.of(Award.WBK, Map.of("total", BigDecimal.ONE))));
    }

    @Test
    void nodesAreFoundByCode() {
        assertThat(small.node("A.2.x.1")).isInstanceOf(Question.class);
        assertThat(small.find("Z")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> small.question("A.2"));
        assertThat(small.areas()).extracting(Area::combined).containsOnly(false);
    }

    @ParameterizedTest
    @CsvSource({
        "A.1.a, Ya, 1/1",
        "A.1.a, Tidak, 0/1",
        "A.1.b, B, 67/100",
        "A.1.c, sk;foto, 2/3",
        "A.1.c, -, 0/1",
        "B.1, 3.60, 9/10",
        "B.1, 0, 0/1",
        "B.2, due=8;late=2;done=6, 3/5",
        "B.2, due=1;late=1;done=9, 1/1",
        "B.2, due=0;late=0;done=3, 1/2",
        "B.2, done=6; late=2; due=8, 3/5",
        "B.4, apa saja, 0/1",
        "B.5, 2026-05-31, 0/1",
    })
    void answersHaveTheirValue(String code, String answer, String value) {
        var parsed = small.question(code).type().parse(answer);

        assertThat(parsed.numerator() + "/" + parsed.denominator()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A.1.a | ya",
                "A.1.a | 1",
                "A.1.b | E",
                "A.1.c | sk;sk",
                "A.1.c | peta",
                "B.1 | 4.01",
                "B.1 | -0.1",
                "B.1 | 3,6",
                "B.1 | 3.601",
                "B.1 | 1e0",
                "B.1 | NaN",
                "B.1 | Infinity",
                "B.1 | 1e999",
                "B.1 | ٣",
                "B.1 | 0x1",
                "B.2 | due=1;late=1",
                "B.2 | due=1;late=1;done=-1",
                "B.2 | due=1;late=1;done=0.5",
                "B.2 | due=1;late=1;done=1;extra=1",
                "B.2 | due=1;due=1;late=1;done=1",
                "B.2 | due=1;late=1;done=",
                "B.2 | due=1;late=1;done=99999999999",
                "B.2 | due=1;late=1;done=1e999",
                "B.2 | due=1;late=1;done=NaN",
                "B.2 | 0.5",
                "B.5 | 31-05-2026",
                "B.5 | 2026-02-30",
            })
    void answersThatDoNotFitAreRefused(String code, String answer) {
        assertThatThrownBy(() -> small.question(code).type().parse(answer))
                .isInstanceOf(InvalidAnswer.class)
                .message()
                .isNotBlank();
    }

    @Test
    void theRuleIsSaidInWords() {
        assertThat(small.question("B.2").type().rule().id())
                .isEqualTo("Selesai ÷ (Harus + Terlambat), paling tinggi 1; bila pembaginya 0: 0.5");
        assertThat(small.question("B.1").type().rule().id()).isEqualTo("nilai ÷ 4");
    }

    @Test
    void partsThatExceedTheWholeAreWorthAWarning() {
        var type = small.question("B.2").type();

        assertThat(type.warnings(type.parse("due=1;late=1;done=3")))
                .extracting(Text::id)
                .containsExactly("Selesai melebihi yang harus");
        assertThat(type.warnings(type.parse("due=1;late=1;done=2"))).isEmpty();
    }

    @Test
    void twoInstrumentsAreComparedByCode() throws IOException {
        var yaml = Files.readString(SMALL.resolve("instrument.yaml"));
        var changed = read(yaml.replace("version: \"1\"", "version: \"2\"")
                .replace("label: Dua, type: a-d", "label: Kedua, type: yes-no")
                .replace(
                        "          - { code: A.2.y, label: Y, rule: mean, questions: [{ code: A.2.y.1, label: Y1, type: yes-no }] }\n",
                        "")
                .replace("atLeast: \"12\"", "atLeast: \"13\""));

        assertThat(InstrumentComparison.compare(small, changed))
                .extracting(Object::toString)
                .containsExactly(
                        "~ instrumen: small@1 → small@2",
                        "~ A.1.b: nama: Dua → Kedua",
                        "~ A.1.b: isi: choice (A = 1, B = 0.67, C = 0.33, D = 0) → choice (Ya = 1, Tidak = 0)",
                        "- A.2.y: Y",
                        "- A.2.y.1: Y1",
                        "~ wbk/total: syarat: POINTS [TOTAL] ≥ 12 → POINTS [TOTAL] ≥ 13");
        assertThat(InstrumentComparison.compare(small, small)).isEmpty();
    }

    @Test
    void whatIsNoNodeIsComparedToo() throws IOException {
        var yaml = Files.readString(SMALL.resolve("instrument.yaml"));
        var changed = read(yaml.replace("{ code: hasil, label: Hasil,", "{ code: hasil, label: Capaian,")
                .replace("accepted: [WTP]", "accepted: [WTP, WDP]")
                .replace("answers: { A.1.a: Ya, A.2.x.1: Ya,", "answers: { A.2.x.1: Tidak,")
                .replace("TOTAL: \"13.2\"", "TOTAL: \"12.2\"")
                .replace("percent: null }", "percent: false }"));

        assertThat(InstrumentComparison.compare(small, changed))
                .extracting(Object::toString)
                .containsExactly(
                        "~ area/hasil: area: Hasil [B] → Capaian [B]",
                        "~ wbk/prasyarat/opinion: prasyarat: Opini (instansi, diterima WTP dari WTP, WDP)"
                                + " → Opini (instansi, diterima WTP, WDP dari WTP, WDP)",
                        "~ contoh/sebagian: jawaban A.1.a: Ya → –",
                        "~ contoh/sebagian: jawaban A.2.x.1: Ya → Tidak",
                        "~ contoh/sebagian: nilai TOTAL: 13.2 → 12.2",
                        "~ contoh/sebagian: syarat wbk/percent: tidak dapat dinilai → belum terpenuhi");
        assertThat(InstrumentComparison.compare(small, read(yaml.replace("id: sebagian", "id: lain"))))
                .extracting(Object::toString)
                .containsExactly("- contoh/sebagian: Sebagian terisi", "+ contoh/lain: Sebagian terisi");
    }

    @Test
    void aPreconditionHoldsForTheInstitutionUnlessItSaysUnit() throws IOException {
        var yaml = Files.readString(SMALL.resolve("instrument.yaml"));
        var perUnit = read(yaml.replace("label: Opini, kind", "label: Opini, scope: unit, kind"));

        assertThat(small.preconditions(Award.WBK))
                .extracting(Precondition::scope)
                .containsExactly(Precondition.Scope.INSTITUTION);
        assertThat(perUnit.preconditions(Award.WBK))
                .extracting(Precondition::scope)
                .containsExactly(Precondition.Scope.UNIT);
        assertThat(InstrumentComparison.compare(small, perUnit))
                .extracting(Object::toString)
                .containsExactly("~ wbk/prasyarat/opinion: prasyarat: Opini (instansi, diterima WTP dari WTP, WDP)"
                        + " → Opini (per unit, diterima WTP dari WTP, WDP)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scope: kota, kind: yes-no | wbbm/opinion: \"kota\" tidak dikenal untuk \"scope\"; pilih: institution, unit",
                "kind: yes-no, accepted: [Ya] | \"accepted\" hanya untuk \"kind: choice\"; hapus",
                "kind: choice, choices: [WTP, WTP] | \"choices\" berisi pilihan yang sama dua kali; hapus salah satu",
                "scope: unit, kind: choice, choices: [WTP, WDP] | dicatat sekali untuk kedua predikat",
            })
    void aPreconditionThatCannotBeRecordedIsRefused(String fields, String reason) throws IOException {
        var yaml = Files.readString(SMALL.resolve("instrument.yaml"))
                .replace("wbbm: [] }", "wbbm: [{ id: opinion, label: Opini, " + fields + " }] }");

        assertThatThrownBy(() -> read(yaml))
                .isInstanceOfSatisfying(
                        InstrumentInvalid.class,
                        it -> assertThat(it.problems())
                                .anySatisfy(problem ->
                                        assertThat(problem.toString()).contains(reason)));
    }

    @Test
    void aCombinedGateIsComparedWithAllItsConditions() throws IOException {
        var terms = Files.readString(Path.of("src/test/resources/instruments/terms/instrument.yaml"));

        assertThat(InstrumentComparison.compare(read(terms), read(terms.replace("atMost: \"10\"", "atMost: \"20\""))))
                .extracting(Object::toString)
                .containsExactly("~ wbk/hasil: syarat: salah satu (POINTS [B.2.a] ≥ 0.9; semua (PERCENT [A] ≥ 50;"
                        + " VALUE [C.1] ≤ 10)) → salah satu (POINTS [B.2.a] ≥ 0.9; semua (PERCENT [A] ≥ 50;"
                        + " VALUE [C.1] ≤ 20))");
    }

    private static Instrument read(String yaml) {
        return new InstrumentReader().read(Map.of("instrument.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
