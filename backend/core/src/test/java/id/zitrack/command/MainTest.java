package id.zitrack.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.instrument.InstrumentSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The commands in a process of their own: exit code, standard output and standard error are their contract. */
class MainTest {

    private static final String SMALL = "src/test/resources/instruments/small";

    @TempDir
    private Path folder = Path.of(".");

    record Outcome(int code, String out, String err) {}

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                Main.class.getName()));
        command.addAll(List.of(arguments));
        var out = folder.resolve("out.txt");
        var err = folder.resolve("err.txt");
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("jawaban.csv"), content).toString();
    }

    private static void assertRefused(Outcome outcome, String reason) {
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).singleElement().asString().contains(reason);
    }

    @Test
    void anInstrumentInOneFileIsChecked() throws Exception {
        var small = InstrumentSource.ofFiles(
                Map.of("instrument.yaml", Files.readAllBytes(Path.of(SMALL, "instrument.yaml"))));
        var file = Files.writeString(folder.resolve("small-1.yaml"), small.yaml());

        var checked = run("instrument", "check", file.toString());

        assertThat(checked.err()).isEmpty();
        assertThat(checked.out()).startsWith("small@1: baik, ");
    }

    @Test
    void aScoredSheetIsJsonOnStandardOutput() throws Exception {
        var outcome = run(
                "score",
                "lke-90-2021",
                file("code,answer\nA.I.1.i.a,Ya\nA.I.1.i.b,B\nA.II.1.i.a,agents=8;changes=6\nB.I.a,3.60\nB.I.b,\n"));

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(values(outcome.out(), "instrument")).containsExactly("lke-90-2021");
        assertThat(values(outcome.out(), "A.I.1.i")).containsExactly("0.375000", "0.375000", "0.375000");
        assertThat(values(outcome.out(), "A.II.1.i")).containsExactly("1.500000", "0.750000", "1.750000");
        assertThat(values(outcome.out(), "TOTAL")).containsExactly("17.625000", "16.875000", "97.875000");
        assertThat(values(outcome.out(), "id")).hasSize(24).contains("survei-anti-korupsi");
        assertThat(outcome.out()).contains("\"actual\":\"15.750000\",\"met\":true,\"missing\":\"0.000000\"");
    }

    @Test
    void anInstrumentFromAFolderIsScored() throws Exception {
        var outcome = run("score", SMALL, file("\uFEFFcode,answer\r\n\"A.1.a\",\"Ya\"\r\n\r\n"));

        assertThat(outcome.err()).isEmpty();
        assertThat(values(outcome.out(), "A.1")).containsExactly("5.000000", "1.666666666667", "5.000000");
        assertThat(outcome.out())
                .contains("{\"id\":\"percent\",\"required\":null,\"actual\":null,\"met\":null,\"missing\":null}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A.1.z,Ya | 3: kode \"A.1.z\" tidak ada di small",
                "A.1,Ya | 3: kode \"A.1\" tidak ada di small",
                "A.1.b,F | 3: A.1.b: jawaban \"F\" tidak dikenal",
                "A.1.b,1 | 3: A.1.b: jawaban \"1\" tidak dikenal",
                "B.1,4.5 | 3: B.1: angka 4.5 di luar rentang 0 sampai 4",
                "B.1,A | 3: B.1: jawaban \"A\" bukan angka",
                "A.1.a,Ya | 3: A.1.a: ditulis dua kali",
                "A.1.a, | 3: A.1.a: ditulis dua kali",
                "B.2,due=1;late=0 | 3: B.2: jumlah done belum diisi",
                "B.2,due=1;late=0;done=x | 3: B.2: jumlah done harus bilangan bulat",
                "B.2,due=1;late=0;lost=1 | 3: B.2: isian \"lost=1\" tidak dikenal",
                "A.1.b | 3: baris harus berisi dua kolom",
                "A.1.b,A,catatan | 3: baris harus berisi dua kolom",
            })
    void aWrongRowIsRefusedWithItsLine(String row, String reason) throws Exception {
        var file = file("code,answer\nA.1.a,Ya\n" + row + "\nB.1,3\n");

        assertRefused(run("score", SMALL, file), file + ":" + reason);
    }

    @Test
    void aFileThatIsNoAnswerSheetIsRefused() throws Exception {
        assertRefused(run("score", SMALL, file("kode,jawaban\n")), ":1: baris pertama harus code,answer");
        assertRefused(run("score", SMALL, file("")), ":1: berkas kosong");
        assertRefused(run("score", SMALL, file("code,answer\nA.1.a,\"Ya\n")), "bukan CSV yang benar");
        assertRefused(run("score", SMALL, file("x".repeat(2_000_000))), "lebih besar dari 1 MB");
        assertRefused(run("score", SMALL, folder.resolve("tidak-ada.csv").toString()), "tidak-ada.csv");
        assertRefused(run("score", SMALL, folder.toString()), "tidak dapat dibaca");
        var file = file("");
        Files.write(
                folder.resolve("jawaban.csv"), "code,answer\nA.1.a,Y\u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(run("score", SMALL, file), file + ":2: berkas bukan UTF-8");
    }

    @Test
    void wrongUseIsOneLine() throws Exception {
        assertRefused(run(), "pemakaian:");
        assertRefused(run("score"), "pemakaian:");
        assertRefused(run("dance"), "pemakaian:");
        assertRefused(run("instrument", "eat", "x"), "pemakaian:");
        assertRefused(run("score", "lke-1999", file("code,answer\n")), "lke-1999: instrumen tidak ada");
        assertRefused(run("instrument", "check", folder.resolve("none").toString()), "tidak ada");
        assertRefused(run("instrument", "diff", "lke-90-2021", "none\nline"), "none");
    }

    @Test
    void goodInstrumentsAreSaidToBeGood() throws Exception {
        var outcome = run("instrument", "check", "../../indicators");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("lke-90-2021@1: baik, 113 pertanyaan");
    }

    @Test
    void everyProblemOfAnInstrumentIsTold() throws Exception {
        var yaml = Files.readString(Path.of(SMALL, "instrument.yaml"));
        var broken = Files.writeString(
                folder.resolve("instrument.yaml"),
                yaml.replace("type: a-d }", "type: a-z }").replace("cap: \"1\"", "cap: \"1e999\""));

        var outcome = run("instrument", "check", folder.toString());

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(it -> assertThat(it).matches(".*instrument\\.yaml:[0-9]+: .*"));

        Files.writeString(broken, yaml.replace("B.1: \"7.2\"", "B.1: \"7.3\""));
        assertRefused(run("instrument", "check", broken.toString()), "sebagian: B.1: seharusnya 7.3");
    }

    @Test
    void twoInstrumentsAreCompared() throws Exception {
        Files.writeString(
                folder.resolve("instrument.yaml"),
                Files.readString(Path.of(SMALL, "instrument.yaml")).replace("label: Satu,", "label: Kesatu,"));

        var outcome = run("instrument", "diff", SMALL, folder.toString());

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEqualTo("~ A.1.a: nama: Satu → Kesatu\n");
        assertThat(run("instrument", "diff", SMALL, SMALL).out()).isEqualTo("tidak ada perbedaan\n");
    }

    private static List<String> values(String json, String property) {
        List<String> values = new ArrayList<>();
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && parser.currentName().equals(property)) {
                    parser.nextToken();
                    values.add(parser.getString());
                }
            }
        }
        return values;
    }
}
