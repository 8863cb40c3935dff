package id.zitrack.reading;

import id.zitrack.reading.DocumentParts.Visitor;
import id.zitrack.reading.OfficeReading.Relation;
import id.zitrack.reading.Preview.Division;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sheets of a workbook row by row, cells as they are shown (ECMA-376 part 1, 18). Formulas are not worked
 * out: what counts is the value the file was saved with.
 */
final class WorkbookReading {
    private static final String FOLDER = "xl/";
    private static final int MOST_SHEETS = 200;
    private static final int MOST_CELLS = 200;
    private static final int LONGEST = 20_000;

    /** All texts that cells share, together; beyond this they are shown as empty. */
    private static final int MOST_SHARED = 4_000_000;

    private static final int LONGEST_FORMAT = 100;

    private final DocumentParts parts;
    private final DocumentSink sink;
    private final DataFormatter formatter = new DataFormatter(Locale.forLanguageTag("id-ID"));
    private final List<String> shared = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();

    WorkbookReading(DocumentParts parts, DocumentSink sink) {
        this.parts = parts;
        this.sink = sink;
    }

    private record Sheet(String name, String relation) {}

    void read() throws IOException {
        var relations = OfficeReading.relations(parts, FOLDER + "_rels/workbook.xml.rels", FOLDER);
        parts.walk(FOLDER + "sharedStrings.xml", new SharedTexts());
        parts.walk(FOLDER + "styles.xml", new Styles());
        var sheets = new Sheets();
        parts.walk(FOLDER + "workbook.xml", sheets);
        for (var sheet : sheets.found) {
            if (sink.isFull()) {
                return;
            }
            @Nullable Relation relation = relations.get(sheet.relation());
            if (relation != null && relation.type().endsWith("/worksheet")) {
                sink.section(Division.SHEET, sheet.name());
                parts.walk(relation.part(), new Rows());
                sink.endOfTable();
            }
        }
    }

    /** What all visitors here have in common. */
    private abstract static class Quiet implements Visitor {
        @Override
        public void end(String name) {
            // Of interest to some.
        }

        @Override
        public void text(String text) {
            // Of interest to some.
        }

        @Override
        public boolean isDone() {
            return false;
        }
    }

    private static final class Sheets extends Quiet {
        final List<Sheet> found = new ArrayList<>();

        @Override
        public boolean start(String name, XMLStreamReader element) {
            if (name.equals("sheet")) {
                var called = element.getAttributeValue(null, "name");
                // r:id and sheetId end alike; the first has a namespace.
                for (int i = 0; i < element.getAttributeCount(); i++) {
                    if (element.getAttributeLocalName(i).equals("id") && element.getAttributeNamespace(i) != null) {
                        found.add(new Sheet(called == null ? "" : called, element.getAttributeValue(i)));
                    }
                }
            }
            return true;
        }

        @Override
        public boolean isDone() {
            return found.size() >= MOST_SHEETS;
        }
    }

    private final class SharedTexts extends Quiet {
        private final StringBuilder text = new StringBuilder();
        private boolean inText;
        private int size;

        @Override
        public boolean start(String name, XMLStreamReader element) {
            switch (name) {
                case "si" -> text.setLength(0);
                case "t" -> inText = true;
                case "rPh" -> {
                    return false;
                }
                default -> {}
            }
            return true;
        }

        @Override
        public void end(String name) {
            if (name.equals("t")) {
                inText = false;
            } else if (name.equals("si")) {
                size += text.length() + 1;
                shared.add(text.toString());
            }
        }

        @Override
        public void text(String found) {
            if (inText) {
                append(text, found);
            }
        }

        @Override
        public boolean isDone() {
            return size >= MOST_SHARED;
        }
    }

    /** Which number format each cell style uses (18.8.10, 18.8.30). */
    private final class Styles extends Quiet {
        private boolean ofCells;

        @Override
        public boolean start(String name, XMLStreamReader element) {
            switch (name) {
                case "numFmt" -> {
                    var code = element.getAttributeValue(null, "formatCode");
                    if (code != null && code.length() <= LONGEST_FORMAT) {
                        formats.put(number(element.getAttributeValue(null, "numFmtId")), code);
                    }
                }
                case "cellXfs" -> ofCells = true;
                case "xf" -> {
                    if (ofCells) {
                        styles.add(number(element.getAttributeValue(null, "numFmtId")));
                    }
                }
                default -> {}
            }
            return true;
        }

        @Override
        public void end(String name) {
            if (name.equals("cellXfs")) {
                ofCells = false;
            }
        }

        @Override
        public boolean isDone() {
            return styles.size() > 65_000 || formats.size() > 10_000;
        }
    }

    private final class Rows extends Quiet {
        private final List<String> row = new ArrayList<>();
        private final StringBuilder value = new StringBuilder();
        private String type = "";
        private int style;
        private int column;
        private boolean inValue;

        @Override
        public boolean start(String name, XMLStreamReader element) {
            switch (name) {
                case "row" -> row.clear();
                case "c" -> {
                    value.setLength(0);
                    var kind = element.getAttributeValue(null, "t");
                    type = kind == null ? "n" : kind;
                    style = number(element.getAttributeValue(null, "s"));
                    column = column(element.getAttributeValue(null, "r"), row.size());
                }
                case "v", "t" -> inValue = true;
                case "f", "rPh" -> {
                    return false;
                }
                default -> {}
            }
            return true;
        }

        @Override
        public void end(String name) {
            switch (name) {
                case "v", "t" -> inValue = false;
                case "c" -> endCell();
                case "row" -> {
                    while (!row.isEmpty() && row.get(row.size() - 1).isEmpty()) {
                        row.remove(row.size() - 1);
                    }
                    if (!row.isEmpty()) {
                        sink.row(List.copyOf(row));
                    }
                }
                default -> {}
            }
        }

        private void endCell() {
            if (column >= MOST_CELLS) {
                return;
            }
            while (row.size() <= column) {
                row.add("");
            }
            row.set(column, shown(value.toString().strip()));
        }

        private String shown(String raw) {
            return switch (type) {
                case "s" -> {
                    int index = number(raw);
                    yield index < shared.size() ? shared.get(index) : "";
                }
                case "n" -> raw.isEmpty() ? "" : formatted(raw);
                default -> raw;
            };
        }

        private String formatted(String raw) {
            int format = style < styles.size() ? styles.get(style) : 0;
            var code = formats.getOrDefault(format, builtin(format));
            try {
                return formatter.formatRawCellContents(Double.parseDouble(raw), format, code);
            } catch (RuntimeException oddFormatOrNumber) {
                return raw;
            }
        }

        @Override
        public void text(String text) {
            if (inValue) {
                append(value, text);
            }
        }

        @Override
        public boolean isDone() {
            return sink.isFull();
        }
    }

    private static String builtin(int format) {
        @Nullable
        String code = format < BuiltinFormats.getAll().length ? BuiltinFormats.getBuiltinFormat(format) : null;
        return code == null ? "General" : code;
    }

    /** The column a reference such as {@code C7} names, counted from 0. */
    private static int column(@Nullable String reference, int next) {
        if (reference == null) {
            return next;
        }
        int column = 0;
        for (int at = 0; at < Math.min(4, reference.length()); at++) {
            char letter = reference.charAt(at);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = column * 26 + letter - 'A' + 1;
        }
        return column == 0 ? next : column - 1;
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static void append(StringBuilder to, String text) {
        to.append(text, 0, Math.max(0, Math.min(text.length(), LONGEST - to.length())));
    }
}
