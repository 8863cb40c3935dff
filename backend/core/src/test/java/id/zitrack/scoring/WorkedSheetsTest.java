package id.zitrack.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The filled sheets in the documentation, compared with points that another program worked out. */
class WorkedSheetsTest {

    private static final Path SHEETS = Path.of("../../docs/examples");
    private static final Path EXPECTED = Path.of("src/test/resources/worksheets/expected.csv");

    @ParameterizedTest
    @MethodSource("sheets")
    void everyNodeHasTheExpectedPoints(String sheet, List<CSVRecord> expected) {
        var scores = score(sheet);

        var points = new LinkedHashMap<String, BigDecimal>();
        var wanted = new LinkedHashMap<String, BigDecimal>();
        for (var row : expected) {
            var where = row.get("view") + " " + row.get("node");
            wanted.put(where, new BigDecimal(row.get("points")));
            points.put(where, view(scores, row.get("view")).of(row.get("node")).rounded(12));
        }

        assertThat(points).containsExactlyEntriesOf(wanted);
    }

    @Test
    void aHighTotalAloneIsNotEnoughForWbk() {
        var gates = score("lke-90-2021-contoh-3.csv").gates(Award.WBK);

        assertThat(gates)
                .filteredOn(gate -> Boolean.FALSE.equals(gate.met()))
                .extracting(GateResult::id)
                .containsExactly("area-2", "birokrasi-bersih", "survei-anti-korupsi");
    }

    @Test
    void aStrongUnitPassesEveryGateOfBothAwards() {
        var scores = score("lke-90-2021-lengkap.csv");

        assertThat(scores.gates(Award.WBK)).allMatch(gate -> Boolean.TRUE.equals(gate.met()));
        assertThat(scores.gates(Award.WBBM)).allMatch(gate -> Boolean.TRUE.equals(gate.met()));
    }

    @Test
    void noGateCanBeJudgedWhileItsThresholdIsUnset() {
        var scores = score("zi-60-2012-sebagian.csv");

        assertThat(scores.gates(Award.WBK)).isNotEmpty().allMatch(gate -> gate.met() == null);
        assertThat(scores.gates(Award.WBBM)).isNotEmpty().allMatch(gate -> gate.met() == null);
    }

    static Stream<Arguments> sheets() {
        var bySheet = new TreeMap<String, List<CSVRecord>>();
        for (var row : records(EXPECTED)) {
            bySheet.computeIfAbsent(row.get("file"), any -> new ArrayList<>()).add(row);
        }
        return bySheet.entrySet().stream().map(it -> Arguments.of(it.getKey(), it.getValue()));
    }

    private static ScoreView view(ScoreSheet scores, String name) {
        return switch (name) {
            case "official" -> scores.official();
            case "strict" -> scores.strict();
            case "best" -> scores.best();
            default -> throw new AssertionError("no view " + name);
        };
    }

    private static ScoreSheet score(String sheet) {
        var answers = new LinkedHashMap<String, String>();
        for (var row : records(SHEETS.resolve(sheet))) {
            if (!row.get("answer").isEmpty()) {
                answers.put(row.get("code"), row.get("answer"));
            }
        }
        return Scoring.score(instrumentOf(sheet), answers);
    }

    private static Instrument instrumentOf(String sheet) {
        var reader = new InstrumentReader();
        var id = reader.bundled().stream().filter(sheet::startsWith).findFirst().orElseThrow();
        return reader.readBundled(id);
    }

    private static List<CSVRecord> records(Path file) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                var parser = format.parse(text)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
