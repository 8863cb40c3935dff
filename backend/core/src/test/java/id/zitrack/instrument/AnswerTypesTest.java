package id.zitrack.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every type of answer: its rule in words, a good answer with its value, and one that does not fit. */
class AnswerTypesTest {

    private static final Instrument TYPES =
            new InstrumentReader().read(Map.of("instrument.yaml", """
                    schema: 1
                    id: types
                    version: "1"
                    title: Tipe jawaban
                    regulation: {name: Contoh, year: 2026, sources: []}
                    answerTypes:
                      yes-no: {kind: choice, choices: [{value: Ya, score: "1"}, {value: Tidak, score: "0"}]}
                      a-c: {kind: choice, choices: [{value: A, score: "1"}, {value: B, score: "0.5"}, {value: C, score: "0"}]}
                      a-d: {kind: choice, choices: [{value: A, score: "1"}, {value: B, score: "0.67"}, {value: C, score: "0.33"}, {value: D, score: "0"}]}
                      a-e: {kind: choice, choices: [{value: A, score: "1"}, {value: B, score: "0.75"}, {value: C, score: "0.5"}, {value: D, score: "0.25"}, {value: E, score: "0"}]}
                      percentage: {kind: number, unit: "%", min: "0", max: "100", decimals: 2, scale: "100"}
                      count: {kind: number, unit: orang, min: "0", max: "100000", decimals: 0}
                      number: {kind: number, unit: hari, min: "-5", max: "365", decimals: 1}
                      index: {kind: number, unit: index, min: "0", max: "4", decimals: 2, scale: "4"}
                      checklist: {kind: checklist, items: [{value: sk, label: SK}, {value: foto, label: Foto}, {value: notulen, label: Notulen}]}
                      note: {kind: text, maxLength: 20}
                    tree:
                      - code: T
                        label: Semua
                        weight: "10"
                        rule: mean
                        questions:
                          - {code: T.yesNo, label: x, type: yes-no}
                          - {code: T.aC, label: x, type: a-c}
                          - {code: T.aD, label: x, type: a-d}
                          - {code: T.aE, label: x, type: a-e}
                          - {code: T.percentage, label: x, type: percentage}
                          - {code: T.count, label: x, type: count}
                          - {code: T.number, label: x, type: number}
                          - {code: T.index, label: x, type: index}
                          - {code: T.ratio, label: x, type: ratio, ratio: {rule: share, of: done, per: [due, late], cap: "0.9", whenZero: "1"}, counts: {due: Jatuh tempo, late: Terlambat, done: Selesai}}
                          - {code: T.reduction, label: x, type: ratio, ratio: {rule: reduction, from: before, to: now, bothZero: "1", whenZero: "0"}, counts: {before: Tahun lalu, now: Tahun ini}}
                          - {code: T.checklist, label: x, type: checklist}
                          - {code: T.date, label: x, type: date}
                          - {code: T.note, label: x, type: note}
                    files: []
                    areas: [{code: t, label: T, nodes: [T]}]
                    gates: {wbk: [], wbbm: []}
                    preconditions: {wbk: [], wbbm: []}
                    examples: []
                    """.getBytes(StandardCharsets.UTF_8)));

    private static AnswerType type(String name) {
        return TYPES.question("T." + name).type();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    yesNo      | Ya = 1, Tidak = 0                            | Ya                     | 1/1   | Mungkin
                    aC         | A = 1, B = 0.5, C = 0                        | B                      | 1/2   | D
                    aD         | A = 1, B = 0.67, C = 0.33, D = 0             | B                      | 67/100 | b
                    aE         | A = 1, B = 0.75, C = 0.5, D = 0.25, E = 0    | D                      | 1/4   | F
                    percentage | nilai ÷ 100                                  | 87.5                   | 7/8   | 100.01
                    count      | dicatat, tanpa nilai                         | 12                     | 0/1   | 1.5
                    number     | dicatat, tanpa nilai                         | -4.5                   | 0/1   | -5.1
                    index      | nilai ÷ 4                                    | 3.6                    | 9/10  | 4.01
                    ratio      | Selesai ÷ (Jatuh tempo + Terlambat), paling tinggi 0.9; bila pembaginya 0: 1 | due=3;late=1;done=3 | 3/4 | due=3;late=1
                    reduction  | (Tahun lalu − Tahun ini) ÷ Tahun lalu, paling rendah 0; bila keduanya 0: 1; bila pembaginya 0: 0 | before=4;now=1 | 3/4 | before=4
                    checklist  | butir terpenuhi ÷ 3                          | sk;foto                | 2/3   | sk;peta
                    date       | dicatat, tanpa nilai                         | 2026-05-31             | 0/1   | 31 Mei
                    note       | dicatat, tanpa nilai                         | SK 12                  | 0/1   | lebih dari dua puluh huruf
                    """)
    void tellsItsRuleAndKnowsWhatFits(String name, String rule, String good, String value, String bad) {
        var answer = type(name).parse(good);

        assertThat(type(name).rule().id()).isEqualTo(rule);
        assertThat(type(name).rule().en()).isNotBlank();
        assertThat(answer.numerator() + "/" + answer.denominator()).isEqualTo(value);
        assertThatThrownBy(() -> type(name).parse(bad))
                .isInstanceOf(InvalidAnswer.class)
                .message()
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ratio     | due=1;late=0;done=9  | 9/10
                    ratio     | due=0;late=0;done=9  | 1/1
                    reduction | before=2;now=5       | 0/1
                    reduction | before=0;now=0       | 1/1
                    reduction | before=0;now=5       | 0/1
                    checklist | -                    | 0/1
                    checklist | notulen;sk;foto      | 1/1
                    """)
    void theEdgesAreAsTheInstrumentSays(String name, String text, String value) {
        var answer = type(name).parse(text);

        assertThat(answer.numerator() + "/" + answer.denominator()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"yesNo, 1, 3, Ya", "aD, 1, 2, B", "aD, 0, 1, D", "percentage, 1, 3, 33.34", "index, 9, 10, 3.60"})
    void theLeastAnswerThatIsWorthEnoughIsNamed(String name, int top, int bottom, String answer) {
        assertThat(type(name).answerWorth(BigInteger.valueOf(top), BigInteger.valueOf(bottom)))
                .map(AnswerValue::text)
                .contains(answer);
    }

    @ParameterizedTest
    @CsvSource({"count", "ratio", "reduction", "checklist", "date", "note"})
    void noSingleAnswerIsNamedWhereThereIsNone(String name) {
        assertThat(type(name).answerWorth(BigInteger.ONE, BigInteger.TWO)).isEmpty();
    }

    @Test
    void onlyARatioDividesByCounts() {
        assertThat(type("ratio").divisor()).containsExactly("due", "late");
        assertThat(type("reduction").divisor()).containsExactly("before");
        assertThat(type("index").divisor()).isEmpty();
        assertThat(type("ratio").dividesByZero(type("ratio").parse("due=0;late=0;done=1")))
                .isTrue();
        assertThat(type("ratio").dividesByZero(type("ratio").parse("due=0;late=1;done=1")))
                .isFalse();
        assertThat(type("index").dividesByZero(type("index").parse("0"))).isFalse();
        assertThat(type("ratio").best()).isEqualByComparingTo("0.9");
    }
}
