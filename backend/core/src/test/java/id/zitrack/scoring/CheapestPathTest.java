package id.zitrack.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.ChoiceType;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentReader;
import id.zitrack.instrument.Question;
import id.zitrack.scoring.CheapestPath.Improvement;
import id.zitrack.scoring.CheapestPath.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheapestPathTest {

    /** Two areas with means, one weighted question, and gates within each other; thresholds are drawn. */
    private static Instrument drawn(Random random) {
        var yaml = """
                schema: 1
                id: drawn
                version: "1"
                title: Undian
                regulation: {name: Contoh, year: 2026, sources: []}
                answerTypes:
                  yes-no: {kind: choice, choices: [{value: Ya, score: "1"}, {value: Tidak, score: "0"}]}
                  a-d: {kind: choice, choices: [{value: A, score: "1"}, {value: B, score: "0.67"}, {value: C, score: "0.33"}, {value: D, score: "0"}]}
                tree:
                  - code: A
                    label: A
                    weight: "6"
                    rule: sum
                    children:
                      - {code: A.1, label: A, weight: "4", rule: mean, questions: [{code: A.1.a, label: a, type: a-d}, {code: A.1.b, label: b, type: yes-no}, {code: A.1.c, label: c, type: a-d}]}
                      - {code: A.2, label: A, weight: "2", rule: mean, questions: [{code: A.2.a, label: a, type: a-d}, {code: A.2.b, label: b, type: a-d}]}
                  - {code: B, label: B, weight: "4", rule: sum, questions: [{code: B.a, label: a, type: a-d, weight: "3"}, {code: B.b, label: b, type: yes-no, weight: "1"}]}
                files: []
                areas: [{code: a, label: a, nodes: [A]}, {code: b, label: b, nodes: [B]}]
                gates:
                  wbk:
                    - {id: total, label: t, measure: {points: [TOTAL]}, atLeast: "%s"}
                    - {id: a, label: a, measure: {points: [A]}, atLeast: "%s"}
                    - {id: a1, label: a1, measure: {percent: [A.1]}, atLeast: "%s"}
                    - {id: a2, label: a2, measure: {percent: [A.2]}, atLeast: "%s"}
                    - {id: ba, label: ba, measure: {points: [B.a]}, atLeast: "%s"}
                  wbbm: []
                preconditions: {wbk: [], wbbm: []}
                examples: []
                """.formatted(
                        3 + random.nextInt(7),
                        random.nextInt(6),
                        random.nextInt(10) * 10,
                        random.nextInt(10) * 10,
                        random.nextInt(3) + ".01");
        return new InstrumentReader().read(Map.of("instrument.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    }

    /** A minimum within a sum, a minimum on its own, and gates that ask for all or any; thresholds are drawn. */
    private static Instrument drawnWithMinima(Random random) {
        var yaml = """
                schema: 1
                id: drawn
                version: "1"
                title: Undian
                regulation: {name: Contoh, year: 2026, sources: []}
                answerTypes:
                  yes-no: {kind: choice, choices: [{value: Ya, score: "1"}, {value: Tidak, score: "0"}]}
                  a-c: {kind: choice, choices: [{value: A, score: "1"}, {value: B, score: "0.5"}, {value: C, score: "0"}]}
                tree:
                  - code: A
                    label: A
                    weight: "6"
                    rule: sum
                    children:
                      - {code: A.1, label: A, weight: "4", rule: minimum, questions: [{code: A.1.a, label: a, type: a-c}, {code: A.1.b, label: b, type: yes-no}, {code: A.1.c, label: c, type: a-c}]}
                      - {code: A.2, label: A, weight: "2", rule: mean, questions: [{code: A.2.a, label: a, type: a-c}, {code: A.2.b, label: b, type: yes-no}]}
                  - {code: B, label: B, weight: "4", rule: minimum, questions: [{code: B.a, label: a, type: a-c}, {code: B.b, label: b, type: yes-no}]}
                files: []
                areas: [{code: a, label: a, nodes: [A]}, {code: b, label: b, nodes: [B]}]
                gates:
                  wbk:
                    - {id: total, label: t, measure: {points: [TOTAL]}, atLeast: "%s"}
                    - id: some
                      label: s
                      any:
                        - {measure: {percent: [A.1]}, atLeast: "%s"}
                        - {measure: {points: [B]}, atLeast: "%s"}
                        - all: [{measure: {percent: [A.2]}, atLeast: "%s"}, {measure: {points: [A]}, atLeast: "%s"}]
                    - {id: b, label: b, all: [{measure: {points: [B]}, atLeast: "%s"}, {measure: {points: [A.2]}, atLeast: "%s"}]}
                  wbbm: []
                preconditions: {wbk: [], wbbm: []}
                examples: []
                """.formatted(
                        2 + random.nextInt(8),
                        random.nextInt(11) * 10,
                        random.nextInt(5),
                        random.nextInt(11) * 10,
                        random.nextInt(7),
                        random.nextInt(3),
                        random.nextInt(2) + ".5");
        return new InstrumentReader().read(Map.of("instrument.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean allMet(ParsedAnswers answers) {
        return Scoring.score(answers).gates(Award.WBK).stream().allMatch(it -> Boolean.TRUE.equals(it.met()));
    }

    /** Fewest questions and steps by trying everything; empty if nothing helps. */
    private static List<Integer> bruteForce(ParsedAnswers start) {
        List<Integer> best = new ArrayList<>();
        tryAll(start, start.instrument().questions(), 0, 0, 0, best);
        return best;
    }

    private static void tryAll(
            ParsedAnswers answers, List<Question> questions, int at, int changed, int steps, List<Integer> best) {
        if (!best.isEmpty() && (changed > best.get(0) || changed == best.get(0) && steps >= best.get(1))) {
            return;
        }
        if (at == questions.size()) {
            if (allMet(answers)) {
                best.clear();
                best.addAll(List.of(changed, steps));
            }
            return;
        }
        var question = questions.get(at);
        tryAll(answers, questions, at + 1, changed, steps, best);
        var choices = ((ChoiceType) question.type()).choices();
        int now = choices.size() - 1;
        for (int i = 0; i < choices.size(); i++) {
            var value = choices.get(i).value();
            if (answers.find(question.code())
                    .filter(it -> it.text().equals(value))
                    .isPresent()) {
                now = i;
            }
        }
        for (int i = now - 1; i >= 0; i--) {
            tryAll(
                    answers.with(question.code(), choices.get(i).value()),
                    questions,
                    at + 1,
                    changed + 1,
                    steps + now - i,
                    best);
        }
    }

    @Test
    void noSmallerEffortExists() {
        var random = new Random(60);
        for (int round = 0; round < 120; round++) {
            noSmallerEffortExists(drawn(random), random);
        }
    }

    @Test
    void noSmallerEffortExistsWithMinimaAndCombinedConditions() {
        var random = new Random(61);
        for (int round = 0; round < 200; round++) {
            noSmallerEffortExists(drawnWithMinima(random), random);
        }
    }

    private static void noSmallerEffortExists(Instrument instrument, Random random) {
        var answers = new HashMap<String, String>();
        for (var question : instrument.questions()) {
            if (random.nextInt(3) > 0) {
                var choices = ((ChoiceType) question.type()).choices();
                answers.put(
                        question.code(),
                        choices.get(random.nextInt(choices.size())).value());
            }
        }
        var start = ParsedAnswers.parse(instrument, answers);

        var result = CheapestPath.find(start, Award.WBK, Set.of());

        var best = bruteForce(start);
        assertThat(result.outcome()).isEqualTo(best.isEmpty() ? Outcome.IMPOSSIBLE : Outcome.FOUND);
        if (!best.isEmpty()) {
            assertThat(List.of(result.improvements().size(), result.steps())).isEqualTo(best);
            assertThat(allMet(improved(start, result.improvements()))).isTrue();
            assertAlternativesDoAsWell(start, result.improvements());
        }
    }

    private static void assertAlternativesDoAsWell(ParsedAnswers start, List<Improvement> improvements) {
        for (var improvement : improvements) {
            for (var code : improvement.alternatives()) {
                var choices = ((ChoiceType) start.instrument().question(code).type()).choices();
                int now = choices.size() - 1;
                for (int i = 0; i < choices.size(); i++) {
                    var value = choices.get(i).value();
                    now = start.find(code).filter(it -> it.text().equals(value)).isPresent() ? i : now;
                }
                var swapped = improved(start, improvements)
                        .with(improvement.code(), improvement.from())
                        .with(code, choices.get(now - improvement.steps()).value());

                assertThat(allMet(swapped)).isTrue();
            }
        }
    }

    private static ParsedAnswers improved(ParsedAnswers start, List<Improvement> improvements) {
        var better = start;
        for (var improvement : improvements) {
            better = better.with(improvement.code(), improvement.to());
        }
        return better;
    }

    @ParameterizedTest
    @EnumSource(Award.class)
    void aHalfFilledSheetIsLiftedOverEveryGate(Award award) {
        for (var name :
                List.of("bagian-organisasi", "kecamatan-sukamaju", "puskesmas-melati", "kosong", "rsud-jumlah-besar")) {
            var start = ParsedAnswers.parse(Worksheet.LKE, Worksheet.answers(name));

            var result = CheapestPath.find(start, award, Set.of());

            assertThat(result.outcome()).isEqualTo(Outcome.FOUND);
            var points = new HashMap<String, Score>();
            for (var improvement : result.improvements()) {
                for (var code = improvement.code(); !code.isEmpty(); code = parent(code)) {
                    points.merge(code, improvement.gain(), Score::plus);
                }
                points.merge("TOTAL", improvement.gain(), Score::plus);
            }
            for (var gate : Scoring.score(start).gates(award)) {
                var gain = gate.nodes().stream()
                        .map(it -> points.getOrDefault(it, Score.ZERO))
                        .reduce(Score.ZERO, Score::plus);
                var missing = gate.missing() == null ? Score.ZERO : gate.missing();
                if (gate.unit().equals("percent")) {
                    var weight = gate.nodes().stream()
                            .map(it -> Score.of(Objects.requireNonNull(
                                    Worksheet.LKE.node(it).weight())))
                            .reduce(Score.ZERO, Score::plus);
                    gain = gain.percentOf(weight);
                }
                assertThat(gain).as(name + " " + gate.id()).isGreaterThanOrEqualTo(missing);
            }
        }
    }

    private static String parent(String code) {
        int dot = code.lastIndexOf('.');
        return dot < 0 ? "" : code.substring(0, dot);
    }

    @Test
    void theLeastNeededNumberIsNamed() {
        var answers = new HashMap<>(Worksheet.answers("semua-terbaik"));
        answers.put("B.I.a", "3.10");

        var result = CheapestPath.find(ParsedAnswers.parse(Worksheet.LKE, answers), Award.WBK, Set.of());

        assertThat(result.improvements()).singleElement().satisfies(it -> {
            assertThat(it.code()).isEqualTo("B.I.a");
            assertThat(it.from()).isEqualTo("3.10");
            assertThat(it.to()).isEqualTo("3.6000");
        });
    }

    @Test
    void aSheetThatMeetsEverythingNeedsNothing() {
        var start = ParsedAnswers.parse(Worksheet.LKE, Worksheet.answers("semua-terbaik"));

        var result = CheapestPath.find(start, Award.WBBM, Set.of());

        assertThat(result.outcome()).isEqualTo(Outcome.FOUND);
        assertThat(result.improvements()).isEmpty();
    }

    @Test
    void whatIsOutOfReachIsLeftAlone() {
        var start = ParsedAnswers.parse(Worksheet.LKE, Worksheet.answers("kosong"));

        var impossible = CheapestPath.find(start, Award.WBK, Set.of("B.I.a"));
        assertThat(impossible.outcome()).isEqualTo(Outcome.IMPOSSIBLE);
        assertThat(impossible.unreachable()).contains("survei-anti-korupsi", "birokrasi-bersih");

        var without = CheapestPath.find(start, Award.WBK, Set.of("A.I.1.i.a"));
        assertThat(without.outcome()).isEqualTo(Outcome.FOUND);
        assertThat(without.improvements()).extracting(Improvement::code).doesNotContain("A.I.1.i.a");
    }

    @Test
    void questionsOfAMinimumGoUpTogetherAndShareTheGain() {
        var start = ParsedAnswers.parse(Worksheet.TERMS, Map.of("A.1", "A", "A.2", "C", "B.2.a", "2"));

        var result = CheapestPath.find(start, Award.WBBM, Set.of());

        assertThat(result.improvements())
                .extracting(Improvement::code, Improvement::to, Improvement::steps, Improvement::gain)
                .containsExactly(tuple("A.2", "B", 1, Score.of(3, 2)), tuple("A.3", "Ya", 1, Score.of(3, 2)));
        assertThat(CheapestPath.find(start, Award.WBBM, Set.of("A.3")).outcome())
                .isEqualTo(Outcome.IMPOSSIBLE);
    }

    @Test
    void whatCannotBeToldSaysWhy() {
        var result = CheapestPath.find(ParsedAnswers.parse(Worksheet.TERMS, Map.of()), Award.WBK, Set.of());

        assertThat(result.outcome()).isEqualTo(Outcome.NOT_SUPPORTED);
        assertThat(Objects.requireNonNull(result.reason()).id())
                .isEqualTo("syarat total menyangkut sebagian isi dari kelompok bernilai terendah");
    }

    @Test
    void aNumberWithoutPointsHasToReachItsThreshold() {
        var start = ParsedAnswers.parse(Worksheet.SMALL, Map.of("B.3", "25"));

        var result = CheapestPath.find(start, Award.WBBM, Set.of());

        assertThat(result.improvements())
                .extracting(Improvement::code, Improvement::to)
                .containsExactly(tuple("B.3", "10.0"));
        assertThat(CheapestPath.find(start, Award.WBK, Set.of()).unjudged()).containsExactly("percent");
    }
}
