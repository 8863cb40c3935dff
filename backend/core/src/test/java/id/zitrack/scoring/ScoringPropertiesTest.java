package id.zitrack.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.instrument.AnswerValue;
import id.zitrack.instrument.Group;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentReader;
import id.zitrack.instrument.Node;
import id.zitrack.instrument.Rule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoringPropertiesTest {

    private static final int SHEETS = 300;

    static List<Instrument> instruments() {
        return List.of(
                Worksheet.LKE, Worksheet.SMALL, Worksheet.TERMS, new InstrumentReader().readBundled("zi-60-2012"));
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void strictIsNeverAboveOfficialAndOfficialNeverAboveBest(Instrument instrument) {
        var sheets = new RandomSheets(1);
        for (int i = 0; i < SHEETS; i++) {
            var sheet = Scoring.score(instrument, sheets.sheet(instrument));

            assertThat(sheet.strict().total())
                    .isLessThanOrEqualTo(sheet.official().total());
            assertThat(sheet.official().total())
                    .isLessThanOrEqualTo(sheet.best().total());
        }
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void pointsOfChildrenAddUpAndNeverExceedTheWeight(Instrument instrument) {
        var sheets = new RandomSheets(2);
        for (int i = 0; i < SHEETS / 3; i++) {
            var sheet = Scoring.score(instrument, sheets.sheet(instrument));
            for (var kind : ScoreView.Kind.values()) {
                var points = sheet.view(kind).all();
                for (var node : instrument.nodes()) {
                    if (node.weight() != null) {
                        assertThat(points.get(node.code())).isBetween(Score.ZERO, Score.of(node.weight()));
                    }
                    if (node instanceof Group group) {
                        var together = group.rule() == Rule.MINIMUM ? least(group, sheet, kind) : sum(group, points);
                        assertThat(together).as(node.code()).isEqualTo(points.get(node.code()));
                    }
                }
            }
        }
    }

    private static Score sum(Group group, Map<String, Score> points) {
        return group.children().stream()
                .map(it -> Objects.requireNonNull(points.get(it.code())))
                .reduce(Score.ZERO, Score::plus);
    }

    private static Score least(Group group, ScoreSheet sheet, ScoreView.Kind kind) {
        return group.children().stream()
                .filter(it -> sheet.view(kind).isCounted(it.code()))
                .map(it -> sheet.view(kind).of(it.code()))
                .min(Score::compareTo)
                .orElse(Score.ZERO);
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void aBetterAnswerNeverLowersAnything(Instrument instrument) {
        var sheets = new RandomSheets(3);
        for (int i = 0; i < SHEETS; i++) {
            var answers = ParsedAnswers.parse(instrument, sheets.sheet(instrument));
            var question = instrument
                    .questions()
                    .get(sheets.random().nextInt(instrument.questions().size()));
            var changed = answers.with(question.code(), sheets.answer(question, 30));
            boolean wasBlank = answers.find(question.code()).isEmpty();
            var before = Scoring.score(worse(answers, changed, question.code()) ? answers : changed);
            var after = Scoring.score(worse(answers, changed, question.code()) ? changed : answers);
            for (var kind : ScoreView.Kind.values()) {
                if (!wasBlank || kind == ScoreView.Kind.STRICT) {
                    var points = after.view(kind).all();
                    before.view(kind)
                            .all()
                            .forEach((code, score) ->
                                    assertThat(points.get(code)).as(code).isGreaterThanOrEqualTo(score));
                }
            }
        }
    }

    private static boolean worse(ParsedAnswers one, ParsedAnswers other, String code) {
        return value(one, code).compareTo(value(other, code)) <= 0;
    }

    private static Score value(ParsedAnswers answers, String code) {
        return answers.find(code)
                .map((AnswerValue it) -> Score.of(it.numerator(), it.denominator()))
                .orElse(Score.ZERO);
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void aBlankSheetHasNoPointsAndEverythingIsStillPossible(Instrument instrument) {
        var sheet = Scoring.score(instrument, Map.of());

        var whole = instrument.roots().stream()
                .map(it -> it.weight() == null ? BigDecimal.ZERO : it.weight())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sheet.strict().total()).isEqualTo(Score.ZERO);
        assertThat(sheet.official().total()).isEqualTo(Score.ZERO);
        assertThat(sheet.best().total()).isEqualTo(Score.of(whole));
        assertThat(sheet.answered()).isZero();
        assertThat(sheet.total()).isEqualTo(instrument.questions().size());
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void theOrderOfAnswersDoesNotMatter(Instrument instrument) {
        var sheets = new RandomSheets(4);
        var answers = sheets.sheet(instrument);
        var shuffled = new ArrayList<>(answers.keySet());
        Collections.shuffle(shuffled, sheets.random());
        var other = new LinkedHashMap<String, String>();
        shuffled.forEach(it -> other.put(it, answers.getOrDefault(it, "")));

        assertThat(Scoring.score(instrument, other).official().all())
                .isEqualTo(Scoring.score(instrument, answers).official().all());
    }

    /** Recomputes every node from the tree with plain fractions: slow, obvious, and written independently. */
    @ParameterizedTest
    @MethodSource("instruments")
    void agreesWithThePlainRecursion(Instrument instrument) {
        var sheets = new RandomSheets(5);
        for (int i = 0; i < SHEETS / 3; i++) {
            var answers = ParsedAnswers.parse(instrument, sheets.sheet(instrument));
            var sheet = Scoring.score(answers);
            for (var kind : ScoreView.Kind.values()) {
                var total = Score.ZERO;
                for (var root : instrument.roots()) {
                    var points = Plain.points(root, answers, kind);
                    assertThat(sheet.view(kind).of(root.code())).isEqualTo(points);
                    total = total.plus(points);
                }
                assertThat(sheet.view(kind).total()).isEqualTo(total);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void smallAndBigNumbersGiveTheSamePoints(Instrument instrument) {
        var sheets = new RandomSheets(6);
        for (int i = 0; i < SHEETS / 3; i++) {
            var answers = ParsedAnswers.parse(instrument, sheets.sheet(instrument));
            var sheet = Scoring.score(answers);
            var whole = answers.layout().factor.multiply(BigInteger.valueOf(answers.layout().valueDenominator));
            for (var question : instrument.questions()) {
                var value = answers.find(question.code());
                whole = Layout.lcm(
                        whole,
                        answers.layout()
                                .factor
                                .multiply(BigInteger.valueOf(
                                        value.map(AnswerValue::denominator).orElse(1L))));
            }
            for (var kind : ScoreView.Kind.values()) {
                assertThat(new ScoreView(kind, answers, whole, Map.of()).all())
                        .isEqualTo(sheet.view(kind).all());
            }
        }
    }

    @Test
    void theOrderOfNodesDoesNotMatter() {
        var yaml = new String(bytes("/instruments/small/instrument.yaml"), StandardCharsets.UTF_8);
        var first = yaml.substring(yaml.indexOf("  - code: A\n"), yaml.indexOf("  - code: B\n"));
        var second = yaml.substring(yaml.indexOf("  - code: B\n"), yaml.indexOf("files: []"));
        var swapped = new InstrumentReader()
                .read(Map.of(
                        "instrument.yaml",
                        yaml.replace(first + second, second + first).getBytes(StandardCharsets.UTF_8)));
        assertThat(swapped.roots().get(0).code()).isEqualTo("B");

        var sheets = new RandomSheets(7);
        for (int i = 0; i < SHEETS; i++) {
            var answers = sheets.sheet(Worksheet.SMALL);

            assertThat(new HashMap<>(Scoring.score(swapped, answers).official().all()))
                    .isEqualTo(
                            Scoring.score(Worksheet.SMALL, answers).official().all());
        }
    }

    private static byte[] bytes(String resource) {
        try (var in = ScoringPropertiesTest.class.getResourceAsStream(resource)) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static final class Plain {

        static Score points(Node node, ParsedAnswers answers, ScoreView.Kind kind) {
            var weight = node.weight() == null ? Score.of(1, 1) : Score.of(node.weight());
            if (!(node instanceof Group group)) {
                return weight.times(value(answers, node, kind));
            }
            var counted = group.children().stream()
                    .filter(it -> isScored(it) && (kind != ScoreView.Kind.OFFICIAL || isAnswered(it, answers)))
                    .map(it -> points(it, answers, kind))
                    .toList();
            var sum = counted.stream().reduce(Score.ZERO, Score::plus);
            return counted.isEmpty()
                    ? Score.ZERO
                    : switch (group.rule()) {
                        case SUM -> sum;
                        case MEAN -> sum.times(weight).dividedBy(Score.of(counted.size(), 1));
                        case MINIMUM -> Collections.min(counted).times(weight);
                    };
        }

        private static Score value(ParsedAnswers answers, Node question, ScoreView.Kind kind) {
            var blank = kind == ScoreView.Kind.BEST ? Score.of(1, 1) : Score.ZERO;
            return answers.find(question.code())
                    .map(it -> Score.of(it.numerator(), it.denominator()))
                    .orElse(blank);
        }

        private static boolean isScored(Node node) {
            return node instanceof Group group
                    ? group.children().stream().anyMatch(Plain::isScored)
                    : ((id.zitrack.instrument.Question) node).type().scored();
        }

        private static boolean isAnswered(Node node, ParsedAnswers answers) {
            return node instanceof Group group
                    ? group.children().stream().anyMatch(it -> isScored(it) && isAnswered(it, answers))
                    : answers.find(node.code()).isPresent();
        }
    }
}
