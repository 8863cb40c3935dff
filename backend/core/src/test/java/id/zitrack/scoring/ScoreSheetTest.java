package id.zitrack.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.InstrumentReader;
import id.zitrack.instrument.InvalidAnswer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreSheetTest {

    private static ScoreSheet sheet(Map<String, String> answers) {
        return Scoring.score(Worksheet.SMALL, answers);
    }

    private static GateResult gate(ScoreSheet sheet, Award award, String id) {
        return sheet.gates(award).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void blanksAreLeftOutOfTheOfficialMeanOnly() {
        var sheet = sheet(Map.of("A.1.a", "Ya", "A.2.x.1", "Ya"));

        assertThat(sheet.official().of("A.1")).isEqualTo(Score.of(5, 1));
        assertThat(sheet.strict().of("A.1")).isEqualTo(Score.of(5, 3));
        assertThat(sheet.best().of("A.1")).isEqualTo(Score.of(5, 1));
        assertThat(sheet.official().of("A.1.a")).isEqualTo(Score.of(5, 1));
        assertThat(sheet.official().of("A.1.b")).isEqualTo(Score.ZERO);
    }

    @Test
    void aMeanOverGroupsSkipsGroupsThatAreWhollyBlank() {
        var sheet = sheet(Map.of("A.2.x.1", "Ya"));

        assertThat(sheet.official().of("A.2")).isEqualTo(Score.of(2, 1));
        assertThat(sheet.strict().of("A.2")).isEqualTo(Score.of(1, 2));
        assertThat(sheet.strict().of("A.2.x")).isEqualTo(Score.of(1, 2));
    }

    @Test
    void anUnsetThresholdCannotBeJudged() {
        var gate = gate(sheet(Map.of("B.3", "7")), Award.WBK, "percent");

        assertThat(gate.required()).isNull();
        assertThat(gate.met()).isNull();
        assertThat(gate.missing()).isNull();
        assertThat(gate.actual()).isEqualTo(Score.of(7, 1));
        assertThat(gate.unit()).isEqualTo("%");
    }

    @Test
    void aMaximumIsMetFromBelow() {
        assertThat(gate(sheet(Map.of("B.3", "10")), Award.WBBM, "percent").met())
                .isTrue();
        assertThat(gate(sheet(Map.of("B.3", "10.1")), Award.WBBM, "percent").met())
                .isFalse();
        assertThat(gate(sheet(Map.of("B.3", "12.5")), Award.WBBM, "percent").missing())
                .isEqualTo(Score.of(5, 2));
    }

    @Test
    void aBlankValueDoesNotPassItsGate() {
        var gate = gate(sheet(Map.of()), Award.WBBM, "percent");

        assertThat(gate.actual()).isNull();
        assertThat(gate.met()).isFalse();
    }

    @Test
    void missingPointsAreWhatIsLeftToTheThreshold() {
        var gate = gate(sheet(Map.of("B.1", "4")), Award.WBK, "total");

        assertThat(gate.met()).isFalse();
        assertThat(gate.missing()).isEqualTo(Score.of(4, 1));
        assertThat(gate.atLeast()).isTrue();
    }

    @Test
    void thresholdsOfTheInstitutionAreJudged() {
        var instrument = Worksheet.SMALL.withThresholds(Map.of(Award.WBK, Map.of("percent", new BigDecimal("6.5"))));

        assertThat(gate(Scoring.score(instrument, Map.of("B.3", "6.5")), Award.WBK, "percent")
                        .met())
                .isTrue();
    }

    @Test
    void theWeakestPartDecidesAboutAMinimum() {
        var sheet = Scoring.score(Worksheet.TERMS, Map.of("A.1", "A", "A.2", "B", "B.1.x.1", "Ya", "B.1.y.1", "A"));

        assertThat(sheet.strict().of("A")).isEqualTo(Score.ZERO);
        assertThat(sheet.official().of("A")).isEqualTo(Score.of(3, 1));
        assertThat(sheet.best().of("A")).isEqualTo(Score.of(3, 1));
        assertThat(sheet.strict().of("B.1")).isEqualTo(Score.of(3, 2));
        assertThat(sheet.strict().of("B.1.x.1")).isEqualTo(Score.of(3, 2));
        assertThat(sheet.official().of("B.1")).isEqualTo(Score.of(3, 1));
    }

    @Test
    void oneConditionIsEnoughForAny() {
        var open = gate(Scoring.score(Worksheet.TERMS, Map.of("C.1", "5")), Award.WBK, "hasil");
        var met = gate(Scoring.score(Worksheet.TERMS, Map.of("B.2.a", "3.6")), Award.WBK, "hasil");

        assertThat(met.met()).isTrue();
        assertThat(met.missing()).isEqualTo(Score.ZERO);
        assertThat(open.met()).isFalse();
        assertThat(open.unit()).isEqualTo("conditions");
        assertThat(open.required()).isEqualByComparingTo("1");
        assertThat(open.actual()).isEqualTo(Score.ZERO);
        assertThat(open.missing()).isEqualTo(Score.of(1, 1));
        assertThat(open.nodes()).containsExactly("B.2.a", "A", "C.1");
        assertThat(open.parts()).extracting(it -> it.label().id()).containsExactly("Indeks", "Sudah baik dan bersih");
        assertThat(open.parts().get(1).missing()).isEqualTo(Score.of(1, 1));
        assertThat(open.parts().get(1).parts()).extracting(GateResult::met).containsExactly(false, true);
    }

    @Test
    void everyConditionCountsForAll() {
        var half = gate(Scoring.score(Worksheet.TERMS, Map.of("B.2.a", "2")), Award.WBBM, "semua");

        assertThat(half.met()).isFalse();
        assertThat(half.required()).isEqualByComparingTo("2");
        assertThat(half.actual()).isEqualTo(Score.of(1, 1));
        assertThat(half.missing()).isEqualTo(Score.of(1, 1));
        assertThat(half.parts().get(0).missing()).isEqualTo(Score.of(3, 1));
    }

    @Test
    void aZeroDenominatorIsWorthWhatAnAssessorDecided() {
        var answers = Map.of("B.2", "due=0;late=0;done=3");
        var decided = ParsedAnswers.parse(Worksheet.SMALL, answers, Map.of("B.2", new BigDecimal("0.75")));

        assertThat(Scoring.score(Worksheet.SMALL, answers).strict().of("B.2")).isEqualTo(Score.of(5, 2));
        assertThat(Scoring.score(decided).strict().of("B.2")).isEqualTo(Score.of(15, 4));
        assertThat(decided.zeroWorth("B.2")).contains(new BigDecimal("0.75"));
        assertThat(decided.with("B.2", "due=1;late=0;done=1").zeroWorth("B.2")).isEmpty();
        assertThat(decided.with("B.1", "4").zeroWorth("B.2")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "B.2, due=1;late=0;done=0, 0.5, pembaginya 0",
        "B.2, due=0;late=0;done=0, 1.01, harus 0 sampai 1",
        "B.2, due=0;late=0;done=0, -0.1, harus 0 sampai 1",
        "B.2, due=0;late=0;done=0, 0.1234567, paling banyak 6 angka",
        "B.1, 0, 0.5, pembaginya 0",
        "B.2, '', 0.5, belum ada jawaban",
        "A, '', 0.5, belum ada jawaban",
    })
    void onlyAZeroDenominatorCanBeWorthSomethingElse(String code, String answer, BigDecimal worth, String message) {
        var answers = answer.isEmpty() ? Map.<String, String>of() : Map.of(code, answer);

        assertThatThrownBy(() -> ParsedAnswers.parse(Worksheet.SMALL, answers, Map.of(code, worth)))
                .isInstanceOf(InvalidAnswer.class)
                .hasMessageStartingWith(code + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void progressCountsAnswersOfAnArea() {
        var sheet = sheet(Map.of("A.1.a", "Ya", "A.1.b", "", "B.4", "catatan"));

        assertThat(sheet.answered()).isEqualTo(2);
        assertThat(sheet.total()).isEqualTo(11);
        assertThat(sheet.progress(Worksheet.SMALL.areas().get(0))).isEqualTo(new ScoreSheet.Progress(1, 6));
        assertThat(sheet.value("A.1.a")).contains(Score.of(1, 1));
        assertThat(sheet.value("A.1.b")).isEmpty();
        assertThat(sheet.value("B.4")).isEmpty();
    }

    @Test
    void warningsNameTheQuestion() {
        assertThat(sheet(Map.of("B.2", "due=1;late=0;done=5")).warnings())
                .singleElement()
                .extracting(ScoreSheet.Warning::code)
                .isEqualTo("B.2");
    }

    @Test
    void wrongAnswersNameTheQuestion() {
        assertThatThrownBy(() -> sheet(Map.of("A.1.a", "Mungkin")))
                .isInstanceOf(InvalidAnswer.class)
                .hasMessageStartingWith("A.1.a: ");
        assertThatThrownBy(() -> sheet(Map.of("Z", "Ya"))).isInstanceOf(InvalidAnswer.class);
        assertThatThrownBy(() -> sheet(Map.of("A.1", "Ya"))).isInstanceOf(InvalidAnswer.class);
    }

    @Test
    void examplesOfTheShippedInstrumentsComeOut() {
        for (var id : new InstrumentReader().bundled()) {
            var instrument = new InstrumentReader().readBundled(id);

            assertThat(instrument.examples()).isNotEmpty();
            assertThat(WorkedExamples.check(instrument)).isEmpty();
        }
        assertThat(WorkedExamples.check(Worksheet.TERMS)).isEmpty();
    }

    @Test
    void aWrongExampleNamesNodeAndDifference() throws IOException {
        var yaml = Files.readString(Path.of("src/test/resources/instruments/small/instrument.yaml"))
                .replace("B.1: \"7.2\"", "B.1: \"7.25\"")
                .replace("process: true", "process: false");

        var differences = WorkedExamples.check(
                new InstrumentReader().read(Map.of("instrument.yaml", yaml.getBytes(StandardCharsets.UTF_8))));

        assertThat(differences)
                .extracting(Object::toString)
                .containsExactly(
                        "sebagian: B.1: seharusnya 7.25, hasilnya 7.200000, selisih -0.050000",
                        "sebagian: wbk/process: seharusnya belum terpenuhi, hasilnya terpenuhi dengan nilai 85.714285714286");
    }
}
