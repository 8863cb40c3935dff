package id.zitrack.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.instrument.Award;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked examples that every change must leave as they are. */
class RegulationExamplesTest {

    private static Score points(String decimal) {
        return Score.of(new BigDecimal(decimal));
    }

    private static Map<String, BigDecimal> areas(String... points) {
        var given = new LinkedHashMap<String, BigDecimal>();
        for (int i = 0; i < points.length; i++) {
            given.put((i < 6 ? "A.I." : "A.II.") + (i % 6 + 1), new BigDecimal(points[i]));
        }
        return given;
    }

    private static ScoreSheet sheet(Map<String, String> answers, Map<String, BigDecimal> given) {
        return Scoring.score(ParsedAnswers.parse(Worksheet.LKE, answers), given);
    }

    private static List<String> failed(ScoreSheet sheet, Award award) {
        return sheet.gates(award).stream()
                .filter(it -> !Boolean.TRUE.equals(it.met()))
                .map(GateResult::id)
                .toList();
    }

    @Test
    void lettersOfOneAreaAddUpToItsPoints() {
        var answers = new HashMap<String, String>();
        answers.putAll(Map.of("A.I.1.i.a", "Ya", "A.I.1.i.b", "B"));
        answers.putAll(Map.of("A.I.1.ii.a", "Ya", "A.I.1.ii.b", "A", "A.I.1.ii.c", "B"));
        answers.putAll(Map.of("A.I.1.iii.a", "B", "A.I.1.iii.b", "A", "A.I.1.iii.c", "C"));
        answers.putAll(Map.of("A.I.1.iv.a", "Ya", "A.I.1.iv.b", "B", "A.I.1.iv.c", "A", "A.I.1.iv.d", "B"));

        var view = Scoring.score(Worksheet.LKE, answers).strict();

        assertThat(view.of("A.I.1.i")).isEqualTo(points("0.375"));
        assertThat(view.of("A.I.1.ii")).isEqualTo(Score.of(5, 6));
        assertThat(view.of("A.I.1.iii")).isEqualTo(Score.of(2, 3));
        assertThat(view.of("A.I.1.iv")).isEqualTo(points("1.18875"));
        assertThat(view.of("A.I.1")).isEqualTo(points("3.06375"));
        assertThat(view.percentOf(List.of("A.I.1"))).isEqualTo(points("76.59375"));
    }

    @Test
    void ratiosComeFromTheirCounts() {
        var answers = new HashMap<String, String>();
        answers.put("A.II.1.i.a", "agents=8;changes=6");
        answers.put("A.II.1.i.b", "changes=6;integrated=3");
        answers.put("A.II.1.ii.a", "B");
        answers.put("A.II.1.iii.a", "B");
        answers.put("A.II.5.i.a", "B");
        answers.put("A.II.5.ii.a", "due=20;inProgress=4;resolved=16");
        answers.put("A.II.5.iii.a", "heads=1;obliged=7;others=2;reported=9");
        answers.put("A.II.5.iii.b", "administrators=4;supervisors=6;functionalAndStaff=40;reported=48");

        var sheet = sheet(answers, Map.of("A.I.5", new BigDecimal("6.0")));

        assertThat(sheet.strict().of("A.II.1.i")).isEqualTo(points("1.25"));
        assertThat(sheet.strict().of("A.II.1")).isEqualTo(points("2.67"));
        assertThat(sheet.strict().of("A.II.5.ii")).isEqualTo(points("2.4"));
        assertThat(sheet.strict().of("A.II.5.iii")).isEqualTo(points("1.86"));
        assertThat(sheet.strict().of("A.II.5")).isEqualTo(points("6.135"));
        assertThat(sheet.strict().percentOf(List.of("A.I.5", "A.II.5"))).isEqualTo(points("80.9"));
    }

    @Test
    void disciplineCountsTheFallFromYearToYear() {
        var question = Worksheet.LKE.question("A.II.3.iii.a");

        assertThat(List.of(
                                "previousYear=4;thisYear=5;sanctioned=0",
                                "previousYear=0;thisYear=0;sanctioned=0",
                                "previousYear=4;thisYear=1;sanctioned=1")
                        .stream()
                        .map(it -> Scoring.score(Worksheet.LKE, Map.of(question.code(), it))
                                .strict()
                                .of("A.II.3.iii")))
                .containsExactly(Score.ZERO, points("2"), points("1.5"));
    }

    @Test
    void aGoodTotalIsNotEnoughForWbk() {
        var sheet = sheet(
                Map.of("B.I.a", "3.58", "B.I.b", "C", "B.II.a", "3.50"),
                areas("3.2", "2.8", "4.0", "4.2", "5.4", "4.1", "2.6", "1.3", "3.6", "3.5", "4.2", "4.0"));

        assertThat(sheet.strict().of("A")).isEqualTo(points("42.9"));
        assertThat(sheet.strict().of("B.I.a")).isEqualTo(points("15.6625"));
        assertThat(sheet.strict().of("B.I")).isEqualTo(points("18.1625"));
        assertThat(sheet.strict().of("B.II")).isEqualTo(points("15.3125"));
        assertThat(sheet.strict().total()).isEqualTo(points("76.375"));
        assertThat(sheet.strict().percentOf(List.of("A.I.2", "A.II.2"))).isEqualTo(Score.of(4100, 70));
        assertThat(failed(sheet, Award.WBK)).containsExactly("area-2", "birokrasi-bersih", "survei-anti-korupsi");
    }

    @Test
    void aGateAtExactlyItsThresholdIsMet() {
        var sheet = sheet(
                Map.of("B.I.a", "3.60", "B.I.b", "C", "B.II.a", "3.50"),
                areas("3.2", "2.8", "4.0", "4.2", "5.4", "4.1", "2.6", "1.4", "3.6", "3.5", "4.2", "4.0"));

        assertThat(sheet.strict().of("B.I.a")).isEqualTo(points("15.75"));
        assertThat(sheet.strict().percentOf(List.of("A.I.2", "A.II.2"))).isEqualTo(points("60"));
        assertThat(sheet.strict().total()).isEqualTo(points("76.5625"));
        assertThat(failed(sheet, Award.WBK)).isEmpty();
        assertThat(failed(sheet, Award.WBBM))
                .contains("total", "pengungkit", "capaian-kinerja", "birokrasi-bersih", "pelayanan-prima")
                .doesNotContain("survei-anti-korupsi");
    }
}
