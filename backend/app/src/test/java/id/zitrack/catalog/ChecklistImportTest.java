package id.zitrack.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.zitrack.instrument.Group;
import id.zitrack.instrument.InstrumentSource;
import id.zitrack.instrument.Question;
import id.zitrack.instrument.Rule;
import id.zitrack.instrument.Text;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A filled template becomes an instrument; whatever else comes is refused with the row and what to do. */
class ChecklistImportTest {

    @Test
    void theTemplateWithItsExamplesIsAnInstrumentThatCanBePublished() {
        var source = read(ChecklistTemplate.write());

        var check = DraftCheck.of(source, false);

        assertThat(check.problems()).isEmpty();
        assertThat(check.isPublishable()).isTrue();
        var instrument = source.instrument();
        assertThat(instrument.title().id()).isEqualTo("Contoh checklist");
        assertThat(instrument.questions()).extracting(Question::code).containsExactly("1.a", "1.b", "2.a");
        assertThat(instrument.roots()).extracting(it -> it.label().id()).containsExactly("Perencanaan", "Pelayanan");
        assertThat(instrument.question("1.a").evidence())
                .extracting(Text::id)
                .containsExactly("Rencana kerja", "SK penetapan");
        assertThat(instrument.question("2.a").type().kind()).isEqualTo("choice");
        assertThat(instrument.areas()).hasSize(2);
        assertThat(instrument.regulation().year()).isEqualTo(2027);
    }

    @Test
    void withoutWeightsEveryItemIsWorthOne() {
        var source = read(template(sheet -> {
            for (int row = 3; row <= 5; row++) {
                sheet.getRow(row).getCell(4).setBlank();
            }
        }));

        var instrument = source.instrument();

        assertThat(instrument.roots())
                .extracting(it -> String.valueOf(it.weight()))
                .containsExactly("2", "1");
        assertThat(instrument.roots()).extracting(Group::rule).containsOnly(Rule.MEAN);
        assertThat(DraftCheck.of(source, false).isPublishable()).isTrue();
    }

    @Test
    void weightsMayBeNumbersHoweverTheyAreShown() {
        var instrument = read(template(sheet -> {
                    sheet.getRow(3).getCell(4).setCellValue(0.125);
                    sheet.getRow(4).getCell(4).setCellValue("2,5");
                }))
                .instrument();

        assertThat(instrument.question("1.a").weight()).isEqualByComparingTo("0.125");
        assertThat(instrument.question("1.b").weight()).isEqualByComparingTo("2.5");
        assertThat(instrument.node("K1").weight()).isEqualByComparingTo("2.625");
    }

    @Test
    void codesThatAreLeftOutAreGivenOutWithoutMeetingTypedOnes() {
        var instrument = read(template(sheet -> {
                    sheet.getRow(3).getCell(1).setCellValue("K1.2");
                    sheet.getRow(4).getCell(1).setBlank();
                    sheet.getRow(5).getCell(1).setCellValue("K2");
                }))
                .instrument();

        assertThat(instrument.questions()).extracting(Question::code).containsExactly("K1.2", "K1.2x1", "K2");
    }

    @Test
    void formulasAreNotWorkedOutWhatWasShownCounts() {
        var instrument = read(template(sheet -> {
                    sheet.getRow(3).getCell(2).setCellFormula("\"Dari \" & \"rumus\"");
                    sheet.getWorkbook()
                            .getCreationHelper()
                            .createFormulaEvaluator()
                            .evaluateAll();
                    sheet.getRow(4).getCell(6).setCellFormula("WEBSERVICE(\"http://contoh.test\")");
                }))
                .instrument();

        assertThat(instrument.question("1.a").label().id()).isEqualTo("Dari rumus");
        assertThat(instrument.question("1.b").evidence()).extracting(Text::id).containsExactly("Laporan pelaksanaan");
    }

    @Test
    void datesAndTextsBringNoPoints() {
        var instrument = read(template(sheet -> {
                    sheet.getRow(3).getCell(3).setCellValue("tanggal");
                    sheet.getRow(3).getCell(4).setBlank();
                }))
                .instrument();

        assertThat(instrument.question("1.a").type().scored()).isFalse();
        assertThat(instrument.node("K1").weight()).isEqualByComparingTo("3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | 2 |              | kolom Pertanyaan belum diisi",
                "4 | 0 |              | kolom Kelompok belum diisi",
                "4 | 1 | 1 a          | kode tidak boleh",
                "4 | 1 | TOTAL        | kode tidak boleh",
                "5 | 1 | 1.a          | kode 1.a dipakai dua kali",
                "5 | 3 | A–Z          | jenis jawaban tidak dikenal; pilih Ya/Tidak, A–C",
                "5 | 4 |              | bobot belum diisi",
                "5 | 4 | banyak       | bobot harus angka",
                "5 | 4 | -1           | bobot harus angka",
                "5 | 4 | 0            | bobot harus angka",
                "5 | 4 | 1e999        | bobot harus angka",
                "6 | 3 | Teks         | Teks tidak bernilai; kosongkan kolom Bobot",
            })
    void aRowThatIsWrongIsNamed(int row, int column, String value, String message) {
        var refused = refusal(template(sheet -> {
            var cell = sheet.getRow(row - 1).getCell(column);
            if (value == null) {
                cell.setBlank();
            } else {
                cell.setCellValue(value);
            }
        }));

        assertThat(refused).anySatisfy(it -> {
            assertThat(it.line()).isEqualTo(row);
            assertThat(it.message()).contains(message);
        });
    }

    @Test
    void aWorkbookWithoutTheColumnsIsRefused() throws IOException {
        assertThat(refusal(template(sheet -> sheet.getRow(2).getCell(2).setCellValue("Soal"))))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("judul kolom tidak ditemukan"));
        assertThat(refusal(template(sheet -> {
                    for (int row = 3; row <= 5; row++) {
                        sheet.removeRow(sheet.getRow(row));
                    }
                })))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("belum ada butir"));
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        assertThat(refusal(new byte[0]))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("bukan XLSX"));
        assertThat(refusal("bukan zip".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("bukan XLSX"));
        assertThat(refusal(zip(Map.of("a.txt", new byte[10]))))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("bukan XLSX"));
        var cut = ChecklistTemplate.write();
        assertThat(refusal(java.util.Arrays.copyOf(cut, cut.length / 2))).isNotEmpty();
        assertThat(refusal(new byte[ChecklistWorkbook.MAX_BYTES + 1]))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("lebih besar dari 2 MB"));
    }

    @Test
    void aZipBombIsRefusedBeforeItUnpacks() throws IOException {
        var bomb = zip(Map.of("xl/worksheets/sheet1.xml", new byte[200_000_000]));
        assertThat(bomb.length).isLessThan(ChecklistWorkbook.MAX_BYTES);

        assertThat(refusal(bomb))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("terlalu banyak"));
    }

    @Test
    void tooManyRowsAreRefused() {
        var refused = refusal(template(sheet -> {
            for (int row = 6; row < 3_000; row++) {
                sheet.createRow(row).createCell(2, CellType.STRING).setCellValue("Butir " + row);
            }
        }));

        assertThat(refused)
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("terlalu banyak baris"));
    }

    private static InstrumentSource read(byte[] bytes) {
        return ChecklistImport.read(bytes, NewChecklist.of(2027));
    }

    private static List<DraftProblem> refusal(byte[] bytes) {
        var refused = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> catchThrowableOfType(ChecklistUnreadable.class, () -> read(bytes)));
        @SuppressWarnings("unchecked")
        var problems = (List<DraftProblem>) refused.extras().getOrDefault("problems", List.of());
        return problems;
    }

    /** The template with something else in its sheet of items. */
    private static byte[] template(Consumer<XSSFSheet> change) {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(ChecklistTemplate.write()));
                var bytes = new ByteArrayOutputStream()) {
            change.accept(book.getSheet("Butir"));
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
