package id.zitrack.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.zitrack.inspection.SampleFiles.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileInspectionTest {

    static List<Sample> good() {
        return SampleFiles.good();
    }

    static List<Sample> hostile() {
        return SampleFiles.hostile();
    }

    @ParameterizedTest
    @MethodSource("good")
    void takesAndNamesTheType(Sample sample) throws Exception {
        var finding = FileInspection.inspect(new BytesContent(sample.bytes()), sample.name());

        assertThat(finding.type()).isEqualTo(sample.type());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refusesAndSaysWhy(Sample sample) {
        var refused = catchThrowableOfType(
                RefusedFile.class, () -> FileInspection.inspect(new BytesContent(sample.bytes()), sample.name()));

        assertThat(refused).as(sample.about()).isNotNull();
        assertThat(refused.reason()).isEqualTo(sample.reason());
    }

    @Test
    void knowsAtLeastEightyOddOrHostileFiles() {
        assertThat(SampleFiles.all()).hasSizeGreaterThan(80);
    }

    @Test
    void tellsTablesThatCalculateFromThoseThatCount() throws Exception {
        for (var table : List.of("1,2\n-3,+4\n", "-1.5;-2\n", "+62 811-1\n", "a,\"-7\",b\n")) {
            assertThat(FileInspection.inspect(new BytesContent(table.getBytes(UTF_8)), "a.csv")
                            .formulas())
                    .as(table)
                    .isFalse();
        }
        for (var table : List.of("=1+1\n", "a,=A1\n", "a;@SUM(1)\n", "a,\"=cmd|' /C calc'!A0\"\n", "a\t-cmd|x\n")) {
            assertThat(FileInspection.inspect(new BytesContent(table.getBytes(UTF_8)), "a.csv")
                            .formulas())
                    .as(table)
                    .isTrue();
        }
    }

    @Test
    void refusesNothingAtAll() {
        assertThatThrownBy(() -> FileInspection.inspect(new BytesContent(new byte[0]), "a.pdf"))
                .isInstanceOf(EmptyFile.class);
    }

    @Test
    void tellsScansFromPdfsWithText() throws Exception {
        assertThat(FileInspection.inspect(new BytesContent(SampleFiles.pdf("Teks")), "a.pdf")
                        .textLayer())
                .isTrue();
        assertThat(FileInspection.inspect(new BytesContent(SampleFiles.scannedPdf()), "a.pdf")
                        .textLayer())
                .isFalse();
    }
}
