package id.zitrack.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SK Tim Kerja.pdf            | SK Tim Kerja.pdf
            SK Tim Kerja.PDF            | SK Tim Kerja.pdf
            SK.exe                      | SK.pdf
            C:\\Users\\Ani\\SK.pdf      | SK.pdf
            ../../etc/passwd            | passwd.pdf
            1.i.a SK TIM NOV 2022       | 1.i.a SK TIM NOV 2022.pdf
            Laporan No. 5               | Laporan No. 5.pdf
            .htaccess                   | htaccess.pdf
            CON.pdf                     | _CON.pdf
            a<b>:c?.pdf                 | abc.pdf
            ...                         | berkas.pdf
            """)
    void becomesSafeAndKeepsItsMeaning(String claimed, String kept) {
        assertThat(FileName.of(claimed, FileType.PDF).value()).isEqualTo(kept);
    }

    @Test
    void losesCharactersThatHideOrTurnText() {
        assertThat(FileName.of("SK\u202Efdp.exe", FileType.PDF).value()).isEqualTo("SKfdp.pdf");
        assertThat(FileName.of("a\r\nSet-Cookie b\u0000.pdf", FileType.PDF).value())
                .isEqualTo("a Set-Cookie b.pdf");
        assertThat(FileName.of("\u200B\uFEFF", FileType.PDF).value()).isEqualTo("berkas.pdf");
    }

    @Test
    void hasOneFormOfUnicode() {
        assertThat(FileName.of("Cafe\u0301.pdf", FileType.PDF).value()).isEqualTo("Caf\u00e9.pdf");
    }

    @Test
    void isNeverLongerThanTwoHundredCharacters() {
        assertThat(FileName.of("x".repeat(5000) + ".docx", FileType.DOCX).value())
                .hasSize(FileName.LONGEST)
                .endsWith("x.docx");
        assertThat(FileName.of("\uD83D\uDE00".repeat(300), FileType.DOCX).value())
                .hasSizeLessThanOrEqualTo(FileName.LONGEST)
                .doesNotContain("?");
    }
}
