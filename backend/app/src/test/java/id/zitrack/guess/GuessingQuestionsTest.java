package id.zitrack.guess;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestSheets;
import id.zitrack.guess.Guess.Certainty;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths as they stand on the computers of offices, and what they are taken for. */
class GuessingQuestionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # The code in full
            A.I.1.i.a SK Tim.pdf                                    | A.I.1.i.a  | CERTAIN
            a.i.1.i.a sk tim.PDF                                    | A.I.1.i.a  | CERTAIN
            A.II.1.i.b Agen perubahan.pdf                           | A.II.1.i.b | CERTAIN
            A_I_1_ii_a_Rencana_Kerja.docx                           | A.I.1.ii.a | CERTAIN
            A-I-3-ii-b Mutasi.pdf                                   | A.I.3.ii.b | CERTAIN
            A I 1 i a SK Tim.pdf                                    | A.I.1.i.a  | CERTAIN
            Bukti Dukung/A.I.5.i.a UPG.pdf                          | A.I.5.i.a  | CERTAIN
            SK Tim (A.I.1.i.a).pdf                                  | A.I.1.i.a  | CERTAIN
            SK_TIM_A.I.1.i.a_2026.pdf                               | A.I.1.i.a  | CERTAIN
            A.1.i.a SK Tim.pdf                                      | A.I.1.i.a  | LIKELY
            I.1.i.a SK Tim.pdf                                      | A.I.1.i.a  | CERTAIN
            # The folder says the area, the name the rest
            AREA 1/1.i.a SK TIM KERJA 2026.pdf                      | A.I.1.i.a  | LIKELY
            AREA 1/1.i.a. SK TIM KERJA NOV 2022.pdf                 | A.I.1.i.a  | LIKELY
            AREA 1 REFORM/1.i.a Komitmen perubahan.pdf              | A.II.1.i.a | CERTAIN
            REFORM/AREA 1/1.i.a Komitmen.pdf                        | A.II.1.i.a | LIKELY
            PEMENUHAN/AREA 2/2.i.a Peta proses.pdf                  | A.I.2.i.a  | CERTAIN
            Area I/i.a SK Tim.pdf                                   | A.I.1.i.a  | LIKELY
            AREA 01/1.ii.b Target.pdf                               | A.I.1.ii.b | CERTAIN
            area 3/3.ii.b mutasi pegawai.pdf                        | A.I.3.ii.b | CERTAIN
            1. Manajemen Perubahan/1.iii.a Monev.pdf                | A.I.1.iii.a | LIKELY
            Penguatan Pengawasan/5.i.a Kebijakan UPG.pdf            | A.I.5.i.a  | LIKELY
            E:\\ZI 2026\\AREA 1\\1.i.a SK TIM.pdf                   | A.I.1.i.a  | LIKELY
            \\\\server\\bersama\\AREA 6\\6.i.a Standar.pdf          | A.I.6.i.a  | LIKELY
            AREA 1/1.i.b SK TIM - Copy.pdf                          | A.I.1.i.b  | LIKELY
            AREA 1/1ia SK Tim.pdf                                   | A.I.1.i.a  | LIKELY
            AREA 1/1 i a SK Tim.pdf                                 | A.I.1.i.a  | LIKELY
            AREA 1/1.1.a SK Tim.pdf                                 | A.I.1.i.a  | LIKELY
            AREA 1/1.i.a A. Rapat perdana.pdf                       | A.I.1.i.a  | LIKELY
            # A folder for every level
            AREA 1/i. Penyusunan Tim Kerja/a. SK Tim.pdf            | A.I.1.i.a  | CERTAIN
            A. PENGUNGKIT/I. PEMENUHAN/1. MANAJEMEN PERUBAHAN/i/a/SK.pdf | A.I.1.i.a | CERTAIN
            A.I.1/i/b/Undangan.pdf                                  | A.I.1.i.b  | CERTAIN
            1/i/a/SK Tim.pdf                                        | A.I.1.i.a  | LIKELY
            A.I.1.ii.c/Foto spanduk.jpg                             | A.I.1.ii.c | CERTAIN
            AREA 4/4.i.a/Renstra.pdf                                | A.I.4.i.a  | LIKELY
            # Words only
            AREA 1/SK tim kerja pembangunan ZI.pdf                  | A.I.1.i.a  | GUESSED
            AREA 1/Kriteria pemilihan anggota tim.pdf               | A.I.1.i.b  | GUESSED
            # Nothing to go by
            IMG_20260114_093011.jpg                                 | -          | NONE
            Dokumen.pdf                                             | -          | NONE
            2026-01-14 rapat.pdf                                    | -          | NONE
            AREA 1/scan0001.pdf                                     | -          | NONE
            Surat 12.05.2026.pdf                                    | -          | NONE
            1. SK.pdf                                               | -          | NONE
            """)
    void aPathOfTheWorksheetIsTakenFor(String path, @Nullable String code, Certainty certainty) {
        var guess = guess(TestSheets.LKE, path);

        assertThat(guess.code()).isEqualTo(code);
        assertThat(guess.certainty()).isEqualTo(certainty);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            P.1.a Naskah pakta.pdf                                  | P.1.a  | CERTAIN
            P.10.b Benturan.pdf                                     | P.10.b | CERTAIN
            1.a Naskah pakta.pdf                                    | P.1.a  | CERTAIN
            PROSES 01 PAKTA INTEGRITAS/a. Naskah.pdf                | P.1.a  | CERTAIN
            PROSES 1/1.b Pimpinan.pdf                               | P.1.b  | CERTAIN
            HASIL/H.1 Opini.pdf                                     | H.1    | CERTAIN
            HASIL/1. Opini BPK.pdf                                  | H.1    | CERTAIN
            Pakta integritas/foto.jpg                               | -      | NONE
            """)
    void aPathOfTheChecklistIsTakenFor(String path, @Nullable String code, Certainty certainty) {
        var guess = guess(TestSheets.CHECKLIST, path);

        assertThat(guess.code()).isEqualTo(code);
        assertThat(guess.certainty()).isEqualTo(certainty);
    }

    @Test
    void whatMayBeFulfillmentOrReformIsOfferedAsBoth() {
        var inFulfillment = guess(TestSheets.LKE, "AREA 1/1.i.a SK TIM KERJA 2026.pdf");
        var inReform = guess(TestSheets.LKE, "AREA 1 REFORM/1.i.a Komitmen.pdf");

        assertThat(inFulfillment.others()).startsWith("A.II.1.i.a");
        assertThat(inReform.others()).contains("A.I.1.i.a");
    }

    @Test
    void aFolderWithoutCodesAtLeastSaysTheArea() {
        var guess = guess(TestSheets.LKE, "AREA 1/scan0001.pdf");

        assertThat(guess.others()).isNotEmpty().allMatch(it -> it.startsWith("A.I.1."));
    }

    @Test
    void onlyQuestionsThatAreOpenAreProposed() {
        var guessing = new GuessingQuestions(TestSheets.instrument(TestSheets.LKE), code -> code.startsWith("A.II."));

        var guess = guessing.guess(FileNameClues.of("AREA 1/1.i.a SK.pdf"));

        assertThat(guess.code()).isEqualTo("A.II.1.i.a");
        assertThat(guess.others()).allMatch(it -> it.startsWith("A.II."));
    }

    @Test
    void twoThousandPathsAreGuessedWhileSomebodyWaits() {
        var guessing = new GuessingQuestions(TestSheets.instrument(TestSheets.LKE), code -> true);
        var paths = IntStream.range(0, 2_000)
                .mapToObj(it -> "AREA " + (it % 6 + 1) + "/Laporan kegiatan sosialisasi tim " + it + ".pdf")
                .toList();
        var start = System.nanoTime();

        var guesses =
                paths.stream().map(it -> guessing.guess(FileNameClues.of(it))).toList();

        assertThat(guesses).hasSize(2_000);
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(10_000);
    }

    @Test
    void aQuestionNamedByNumberInAForeignScriptOrNothingAtAllBreaksNothing() {
        for (var path :
                List.of("", "/", "\\", "...", "।।/١.٢", ".", "a".repeat(5_000), "/".repeat(999), "A.".repeat(500))) {
            assertThat(guess(TestSheets.LKE, path).certainty()).isNotNull();
        }
    }

    private static Guess guess(String instrument, String path) {
        return new GuessingQuestions(TestSheets.instrument(instrument), code -> true).guess(FileNameClues.of(path));
    }
}
