package id.zitrack.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentReader;
import id.zitrack.scoring.Explanation.Part;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private final ScoreSheet sheet = Scoring.score(
            Worksheet.LKE, Map.of("A.I.1.i.a", "Ya", "A.I.1.ii.a", "Ya", "A.II.1.i.a", "agents=8;changes=6"));

    @Test
    void aMeanNamesValuesCountAndWeight() {
        assertThat(Explanation.of(sheet, ScoreView.Kind.STRICT, "A.I.1.ii")
                        .formula()
                        .id())
                .isEqualTo("(1 + 0 + 0) ÷ 3 × 1 = 0.333333");
        assertThat(Explanation.of(sheet, ScoreView.Kind.OFFICIAL, "A.I.1.ii")
                        .formula()
                        .id())
                .isEqualTo("(1) ÷ 1 × 1 = 1");
        assertThat(Explanation.of(sheet, ScoreView.Kind.BEST, "A.I.1.ii")
                        .formula()
                        .id())
                .isEqualTo("(1 + 1 + 1) ÷ 3 × 1 = 1");
        assertThat(Explanation.of(sheet, ScoreView.Kind.OFFICIAL, "A.I.1.iii")
                        .formula()
                        .id())
                .isEqualTo("belum ada isi = 0");
        assertThat(Explanation.of(sheet, ScoreView.Kind.OFFICIAL, "A.I.1.ii").parts())
                .extracting(Part::counted)
                .containsExactly(true, false, false);
    }

    @Test
    void aSumNamesItsParts() {
        var explanation = Explanation.of(sheet, ScoreView.Kind.STRICT, "A.I.1");

        assertThat(explanation.formula().id()).isEqualTo("0.25 + 0.333333 + 0 + 0 = 0.583333");
        assertThat(explanation.points()).isEqualTo(Score.of(7, 12));
        assertThat(explanation.hash()).isEqualTo(Worksheet.LKE.hash());
        assertThat(Explanation.of(sheet, ScoreView.Kind.STRICT, Instrument.TOTAL)
                        .parts())
                .extracting(Part::code)
                .containsExactly("A", "B");
    }

    @Test
    void aRatioNamesItsCountsAndRule() {
        var explanation = Explanation.of(sheet, ScoreView.Kind.STRICT, "A.II.1.i.a");

        assertThat(explanation.counts()).isEqualTo(Map.of("agents", 8L, "changes", 6L));
        assertThat(explanation.answer()).isEqualTo("agents=8;changes=6");
        assertThat(explanation.formula().id()).isEqualTo("nilai jawaban 0.75");
        assertThat(explanation.rule().id()).contains("÷").contains("paling tinggi 1");
        assertThat(Explanation.of(sheet, ScoreView.Kind.OFFICIAL, "B.I.a")
                        .formula()
                        .id())
                .isEqualTo("kosong, tidak dihitung");
    }

    @Test
    void aMinimumNamesEveryValueAndWeight() {
        var terms = Scoring.score(Worksheet.TERMS, Map.of("A.1", "A", "A.2", "B"));

        assertThat(Explanation.of(terms, ScoreView.Kind.OFFICIAL, "A").formula().id())
                .isEqualTo("terendah dari (1; 0.5) × 6 = 3");
        assertThat(Explanation.of(terms, ScoreView.Kind.STRICT, "A").formula().id())
                .isEqualTo("terendah dari (1; 0.5; 0) × 6 = 0");
        assertThat(Explanation.of(terms, ScoreView.Kind.BEST, "A").rule().id())
                .isEqualTo("nilai terendah di antara isinya × bobot; yang kosong dihitung sebagai jawaban terbaik");
        assertThat(Explanation.of(terms, ScoreView.Kind.OFFICIAL, "A").parts())
                .extracting(Part::points)
                .containsExactly(Score.of(6, 1), Score.of(3, 1), Score.ZERO, Score.ZERO);
    }

    @Test
    void anAnswerWorthWhatAnAssessorDecidedSaysSo() {
        var answers = ParsedAnswers.parse(
                Worksheet.SMALL, Map.of("B.2", "due=0;late=0;done=3"), Map.of("B.2", new BigDecimal("0.25")));

        var explanation = Explanation.of(Scoring.score(answers), ScoreView.Kind.STRICT, "B.2");

        assertThat(explanation.formula().id()).isEqualTo("nilai jawaban 0.25, ditetapkan penilai karena pembaginya 0");
        assertThat(explanation.points()).isEqualTo(Score.of(5, 4));
    }

    @Test
    void partsAddUpOnEveryNodeOfEveryInstrument() {
        for (var instrument :
                List.of(Worksheet.LKE, Worksheet.SMALL, new InstrumentReader().readBundled("zi-60-2012"))) {
            var scored = Scoring.score(instrument, new RandomSheets(8).sheet(instrument));
            for (var node : instrument.nodes()) {
                for (var kind : ScoreView.Kind.values()) {
                    var explanation = Explanation.of(scored, kind, node.code());
                    if (!explanation.parts().isEmpty()) {
                        assertThat(explanation.parts().stream()
                                        .map(Part::points)
                                        .reduce(Score.ZERO, Score::plus))
                                .isEqualTo(explanation.points());
                    }
                }
            }
        }
    }
}
