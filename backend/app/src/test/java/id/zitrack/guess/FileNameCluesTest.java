package id.zitrack.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** File names as offices give them, and what is read out of them. */
class FileNameCluesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            SK TIM KERJA 2026.pdf                          | SK TIM KERJA 2026                  | decree     | -
            SK_Tim_Kerja_ZI.pdf                            | SK Tim Kerja ZI                    | decree     | -
            Surat Keputusan Kepala Dinas.pdf               | Surat Keputusan Kepala Dinas       | decree     | -
            SK TIM - Copy.pdf                              | SK TIM                             | decree     | -
            SK TIM - Copy (2).pdf                          | SK TIM                             | decree     | -
            SK TIM - Salin.pdf                             | SK TIM                             | decree     | -
            Salinan dari SK TIM.pdf                        | SK TIM                             | decree     | -
            SK TIM (1).pdf                                 | SK TIM                             | decree     | -
            Undangan Rapat 14 Januari 2026.pdf             | Undangan Rapat 14 Januari 2026     | invitation | 2026-01-14
            Undangan rapat 14 Jan 2026.pdf                 | Undangan rapat 14 Jan 2026         | invitation | 2026-01-14
            Surat Undangan 3 Pebruari 2026.pdf             | Surat Undangan 3 Pebruari 2026     | invitation | 2026-02-03
            Daftar Hadir 14-01-2026.pdf                    | Daftar Hadir 14-01-2026            | attendance | 2026-01-14
            Absensi 14.01.2026.pdf                         | Absensi 14.01.2026                 | attendance | 2026-01-14
            Notulen 2026-01-14.docx                        | Notulen 2026-01-14                 | minutes    | 2026-01-14
            NOTULEN RAPAT 12-14 NOV 2025.docx              | NOTULEN RAPAT 12-14 NOV 2025       | minutes    | 2025-11-14
            Berita Acara 5 Agt 2025.pdf                    | Berita Acara 5 Agt 2025            | minutes    | 2025-08-05
            IMG_20260114_093011.jpg                        | IMG 20260114 093011                | photo      | 2026-01-14
            WhatsApp Image 2026-01-14 at 09.30.11.jpeg     | WhatsApp Image 2026-01-14 at 09.30.11 | photo   | 2026-01-14
            Foto kegiatan 14012026.jpg                     | Foto kegiatan 14012026             | photo      | 2026-01-14
            Laporan Monev Triwulan I NOV 2022.pdf          | Laporan Monev Triwulan I NOV 2022  | report     | -
            LKjIP 2025.pdf                                 | LKjIP 2025                         | report     | -
            Rencana Aksi ZI.xlsx                           | Rencana Aksi ZI                    | plan       | -
            SOP Seleksi.pdf                                | SOP Seleksi                        | sop        | -
            Rekap gratifikasi.xlsx                         | Rekap gratifikasi                  | register   | -
            Nota Dinas 065.pdf                             | Nota Dinas 065                     | letter     | -
            Screenshot 2026-03-01 101112.png               | Screenshot 2026-03-01 101112       | screenshot | 2026-03-01
            Daftar hadir 31-02-2026.pdf                    | Daftar hadir 31-02-2026            | attendance | -
            Dokumen.pdf                                    | Dokumen                            | -          | -
            Undangan/scan0001.pdf                          | scan0001                           | invitation | -
            Foto/DSC00012.JPG                              | DSC00012                           | photo      | -
            """)
    void titleKindAndDayAreRead(String path, String title, @Nullable String docType, @Nullable LocalDate date) {
        var clues = FileNameClues.of(path);

        assertThat(clues.title("")).isEqualTo(title);
        assertThat(clues.docType()).isEqualTo(docType);
        assertThat(clues.date()).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            AREA 1/.DS_Store           | system-file
            AREA 1/Thumbs.db           | system-file
            AREA 1/desktop.ini         | system-file
            AREA 1/~$SK TIM.docx       | system-file
            __MACOSX/AREA 1/._SK.pdf   | system-file
            AREA 1/lama.zip            | type-not-allowed
            AREA 1/SK.doc              | type-not-allowed
            AREA 1/setup.EXE           | type-not-allowed
            AREA 1/SK.PDF              | -
            AREA 1/foto.JPEG           | -
            AREA 1/SK TIM 1.i.a        | -
            """)
    void whatCannotBeEvidenceIsLeftOut(String path, @Nullable String reason) {
        assertThat(FileNameClues.of(path).leaveOut()).isEqualTo(reason);
    }

    @Test
    void theCodeInFrontIsNoPartOfTheTitle() {
        assertThat(FileNameClues.of("1.i.a. SK TIM.pdf").title("1.i.a")).isEqualTo("SK TIM");
        assertThat(FileNameClues.of("1.i.a.pdf").title("1.i.a")).isEqualTo("1.i.a");
    }

    @Test
    void writingsOfOneNameAreOneName() {
        assertThat(FileNameClues.of("C:\\Berkas\\Cafe\u0301 \u202Efdp.SK.pdf").name())
                .isEqualTo("Caf\u00e9 fdp.SK");
        assertThat(FileNameClues.of("C:\\ZI\\AREA 1\\SK.pdf").folders()).containsExactly("C", "ZI", "AREA 1");
    }
}
