package id.zitrack.bench.scoring;

import id.zitrack.dossier.ExportedSheet;
import id.zitrack.instrument.Instrument;
import id.zitrack.scoring.Scoring;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** The sheets that the application exports, recalculated by LibreOffice: the comparison that users know. */
final class LibreOffice {

    /** Recalculates each opened file, whatever it says of itself; without this LibreOffice trusts the stored values. */
    private static final String ALWAYS_RECALCULATE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
            <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
            </item>
            </oor:items>
            """;

    private LibreOffice() {}

    static void compare(Instrument instrument, List<Map<String, String>> sheets, double perSecond) throws Exception {
        System.out.println("Lembar yang sama, dihitung ulang LibreOffice dari buku kerja XLSX");
        if (!isThere()) {
            System.out.println("  dilewati: soffice tidak ditemukan. Pasang: sudo apt-get install libreoffice-calc");
            return;
        }
        var folder = Files.createTempDirectory("zitrack-bench");
        try {
            var files = new ArrayList<Path>();
            for (var sheet : sheets) {
                var file = folder.resolve("lembar-" + files.size() + ".xlsx");
                writeWithoutResults(ExportedSheet.of(instrument, sheet), file);
                files.add(file);
            }
            var profile = folder.resolve("profile");
            Files.createDirectories(profile.resolve("user"));
            Files.writeString(profile.resolve("user/registrymodifications.xcu"), ALWAYS_RECALCULATE);
            recalculate(profile, folder.resolve("first"), files.subList(0, 1));
            double one = recalculate(profile, folder.resolve("one"), files.subList(0, 1));
            double all = recalculate(profile, folder.resolve("all"), files);
            double each = (all - one) / (files.size() - 1);
            double difference = 0;
            for (int i = 0; i < files.size(); i++) {
                var file = folder.resolve("all").resolve(files.get(i).getFileName());
                difference = Math.max(difference, difference(instrument, sheets.get(i), file));
            }
            System.out.printf(
                    Locale.GERMANY,
                    "  satu lembar, dengan membuka program   %,8.0f ms   %,.0f kali waktu kami%n",
                    one,
                    one * perSecond / 1000);
            System.out.printf(
                    Locale.GERMANY,
                    "  tiap lembar berikutnya                %,8.1f ms   %,.0f kali waktu kami%n",
                    each,
                    each * perSecond / 1000);
            System.out.printf("  selisih nilai total terbesar           %8.1e%n", difference);
        } finally {
            delete(folder);
        }
    }

    /** Stores a workbook with a wrong result in every formula, so that only calculating it again gives the right one. */
    private static void writeWithoutResults(byte[] workbook, Path file) throws IOException {
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(workbook));
                var out = Files.newOutputStream(file)) {
            for (var sheet : book) {
                for (var row : sheet) {
                    for (var cell : row) {
                        if (cell.getCellType() == CellType.FORMULA
                                && cell.getCachedFormulaResultType() == CellType.NUMERIC) {
                            cell.setCellValue(-1);
                        }
                    }
                }
            }
            book.write(out);
        }
    }

    private static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(it -> Files.isExecutable(Path.of(it).resolve("soffice")));
    }

    /** The milliseconds it takes to open, recalculate and store some workbooks in one run of the program. */
    private static double recalculate(Path profile, Path target, List<Path> files) throws Exception {
        var command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + profile.toUri(),
                "--headless",
                "--convert-to",
                "xlsx",
                "--outdir",
                target.toString()));
        files.forEach(it -> command.add(it.toString()));
        long start = System.nanoTime();
        var log = target.resolveSibling(target.getFileName() + ".log");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        double millis = (System.nanoTime() - start) / 1e6;
        // It also ends with 0 when it could not write.
        for (var file : files) {
            if (code != 0 || !Files.exists(target.resolve(file.getFileName()))) {
                throw new IllegalStateException("LibreOffice: " + Files.readString(log));
            }
        }
        return millis;
    }

    private static double difference(Instrument instrument, Map<String, String> answers, Path file) throws IOException {
        try (var book = WorkbookFactory.create(file.toFile(), null, true)) {
            double total = 0;
            for (var root : instrument.roots()) {
                total += book.getSheet(ExportedSheet.SHEET)
                        .getRow(ExportedSheet.row(instrument, root.code()))
                        .getCell(ExportedSheet.STRICT_COLUMN)
                        .getNumericCellValue();
            }
            var ours = Scoring.score(instrument, answers).strict().total().rounded(15);
            return Math.abs(total - ours.doubleValue());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
