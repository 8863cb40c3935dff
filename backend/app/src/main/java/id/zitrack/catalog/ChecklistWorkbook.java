package id.zitrack.catalog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads the texts of a workbook that somebody sent.
 *
 * <p>As a stream of cells and within limits, because a small file can unpack to a huge one. Formulas are not worked
 * out: what the spreadsheet showed last counts.
 */
final class ChecklistWorkbook {
    static final int MAX_BYTES = 2 << 20;

    private static final long MAX_UNPACKED = 20L << 20;
    private static final int MAX_PARTS = 300;
    private static final int MAX_ROWS = 2_000;
    private static final int MAX_COLUMNS = 50;
    private static final int MAX_SHEETS = 20;

    private ChecklistWorkbook() {}

    /** The rows of every sheet that hold something. */
    static List<List<ChecklistRow>> read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new ChecklistUnreadable("berkas lebih besar dari 2 MB; hapus gambar dan lembar yang tidak dipakai");
        }
        try {
            requireSmallInside(bytes);
            return sheets(bytes);
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException e) {
            throw notAWorkbook();
        } catch (ChecklistUnreadable e) {
            throw e;
        } catch (RuntimeException e) {
            // What the libraries throw at broken files is of many kinds.
            throw notAWorkbook();
        }
    }

    private static ChecklistUnreadable notAWorkbook() {
        return new ChecklistUnreadable("berkas bukan XLSX yang dapat dibaca; simpan ulang sebagai Excel (.xlsx)");
    }

    private static void requireSmallInside(byte[] bytes) throws IOException {
        long unpacked = 0;
        int parts = 0;
        var buffer = new byte[8192];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MAX_UNPACKED) {
                        throw tooMuch();
                    }
                }
                if (++parts > MAX_PARTS) {
                    throw tooMuch();
                }
            }
        }
    }

    private static ChecklistUnreadable tooMuch() {
        return new ChecklistUnreadable("isi berkas terlalu banyak; salin barisnya ke templat yang baru");
    }

    private static List<List<ChecklistRow>> sheets(byte[] bytes)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        try (var opened = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            var reader = new XSSFReader(opened);
            var texts = new ReadOnlySharedStringsTable(opened);
            List<List<ChecklistRow>> sheets = new ArrayList<>();
            for (var parts = reader.getSheetsData(); parts.hasNext() && sheets.size() < MAX_SHEETS; ) {
                try (var part = parts.next()) {
                    sheets.add(rows(part, reader, texts));
                }
            }
            return sheets;
        }
    }

    private static List<ChecklistRow> rows(InputStream part, XSSFReader reader, ReadOnlySharedStringsTable texts)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        var rows = new Rows();
        var xml = XMLHelper.newXMLReader();
        xml.setContentHandler(
                new XSSFSheetXMLHandler(reader.getStylesTable(), null, texts, rows, new ExactNumbers(), false));
        xml.parse(new InputSource(part));
        return rows.rows;
    }

    /** Gives numbers as they are, not as the cell rounds them. */
    private static final class ExactNumbers extends DataFormatter {
        ExactNumbers() {
            super(Locale.ROOT);
        }

        @Override
        public String formatRawCellContents(double value, int formatIndex, String formatString) {
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
    }

    private static final class Rows implements SheetContentsHandler {
        private final List<ChecklistRow> rows = new ArrayList<>();
        private final List<String> cells = new ArrayList<>();

        @Override
        public void startRow(int index) {
            cells.clear();
        }

        @Override
        public void cell(@Nullable String reference, @Nullable String text, @Nullable XSSFComment comment) {
            int column = reference == null ? cells.size() : new CellReference(reference).getCol();
            if (column >= MAX_COLUMNS || text == null) {
                return;
            }
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, text.strip());
        }

        @Override
        public void endRow(int index) {
            if (cells.stream().allMatch(String::isEmpty)) {
                return;
            }
            if (rows.size() >= MAX_ROWS) {
                throw new ChecklistUnreadable("terlalu banyak baris; paling banyak " + MAX_ROWS);
            }
            rows.add(new ChecklistRow(index + 1, List.copyOf(cells)));
        }
    }
}
