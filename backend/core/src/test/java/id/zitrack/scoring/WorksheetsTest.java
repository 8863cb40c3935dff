package id.zitrack.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.instrument.Award;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorksheetsTest {

    static List<String> names() {
        return Worksheet.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNodeOfAFilledSheetHasTheExpectedPoints(String name) {
        var sheet = Scoring.score(Worksheet.LKE, Worksheet.answers(name));

        var rows = Worksheet.rows(name + ".scores.csv");
        assertThat(sheet.official().all())
                .hasSize(rows.size())
                .containsOnlyKeys(rows.stream().map(it -> it[0]).toList());
        for (var row : rows) {
            assertThat(sheet.official().of(row[0])).as(row[0]).isEqualTo(Worksheet.fraction(row[1]));
            assertThat(sheet.strict().of(row[0])).as(row[0]).isEqualTo(Worksheet.fraction(row[2]));
            assertThat(sheet.best().of(row[0])).as(row[0]).isEqualTo(Worksheet.fraction(row[3]));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyGateOfAFilledSheetIsJudgedAsExpected(String name) {
        var sheet = Scoring.score(Worksheet.LKE, Worksheet.answers(name));

        List<String> judged = new ArrayList<>();
        for (var row : Worksheet.rows(name + ".gates.csv")) {
            var gate = sheet.gates(Award.valueOf(row[0].toUpperCase(Locale.ROOT))).stream()
                    .filter(it -> it.id().equals(row[1]))
                    .findFirst()
                    .orElseThrow();
            assertThat(gate.actual()).as(row[1]).isEqualTo(Worksheet.fraction(row[2]));
            assertThat(gate.met()).as(row[1]).isEqualTo(Boolean.valueOf(row[3]));
            judged.add(row[1]);
        }
        assertThat(judged)
                .hasSize(sheet.gates(Award.WBK).size() + sheet.gates(Award.WBBM).size());
    }
}
