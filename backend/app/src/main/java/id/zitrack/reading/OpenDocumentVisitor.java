package id.zitrack.reading;

import id.zitrack.reading.DocumentParts.Visitor;
import id.zitrack.reading.Preview.Division;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads paragraphs, tables, sheets and slides of OpenDocument files (OASIS ODF 1.3 part 3, chapters 5, 9 and 10). */
final class OpenDocumentVisitor implements Visitor {
    private static final int LONGEST = 20_000;
    private static final int MOST_CELLS = 200;

    private final DocumentSink sink;
    private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();
    private final List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean isSpreadsheet;
    private int tables;
    private int repeated = 1;
    private int slides;

    OpenDocumentVisitor(DocumentSink sink) {
        this.sink = sink;
    }

    @Override
    public boolean start(String name, XMLStreamReader element) {
        switch (name) {
            case "spreadsheet" -> isSpreadsheet = true;
            case "text" -> {
                if (element.getNamespaceURI() != null
                        && element.getNamespaceURI().endsWith(":office:1.0")) {
                    sink.section(Division.BODY, "");
                }
            }
            case "page" -> sink.section(Division.SLIDE, String.valueOf(++slides));
            case "table" -> {
                if (++tables == 1 && isSpreadsheet) {
                    var called = DocumentParts.attribute(element, "name");
                    sink.section(Division.SHEET, called == null ? "" : called);
                }
            }
            case "table-row" -> {
                if (tables == 1) {
                    row.clear();
                }
            }
            case "table-cell", "covered-table-cell" -> {
                if (tables == 1) {
                    cell.setLength(0);
                    repeated = count(DocumentParts.attribute(element, "number-columns-repeated"));
                }
            }
            case "p", "h" -> paragraphs.push(new StringBuilder());
            case "s" -> add(" ".repeat(count(DocumentParts.attribute(element, "c"))));
            case "tab" -> add(" ");
            case "line-break" -> add("\n");
            // Remarks, what was struck out, and what prints on every page.
            case "annotation", "tracked-changes", "notes", "forms" -> {
                return false;
            }
            default -> {}
        }
        return true;
    }

    private static int count(@Nullable String number) {
        return number != null && number.matches("[0-9]{1,4}")
                ? Math.max(1, Math.min(MOST_CELLS, Integer.parseInt(number)))
                : 1;
    }

    @Override
    public void end(String name) {
        switch (name) {
            case "p", "h" -> endParagraph(name.equals("h"));
            case "table-cell", "covered-table-cell" -> {
                for (int i = 0; tables == 1 && i < repeated && row.size() < MOST_CELLS; i++) {
                    row.add(cell.toString().strip());
                }
            }
            case "table-row" -> {
                if (tables == 1) {
                    endRow();
                }
            }
            case "table" -> {
                if (--tables == 0) {
                    sink.endOfTable();
                }
            }
            default -> {}
        }
    }

    private void endRow() {
        while (!row.isEmpty() && row.get(row.size() - 1).isEmpty()) {
            row.remove(row.size() - 1);
        }
        if (!row.isEmpty()) {
            sink.row(List.copyOf(row));
        }
    }

    private void endParagraph(boolean heading) {
        if (paragraphs.isEmpty()) {
            return;
        }
        var text = paragraphs.pop().toString();
        if (!paragraphs.isEmpty()) {
            add("\n" + text);
        } else if (tables > 0) {
            append(cell, text + "\n");
        } else if (!text.isBlank()) {
            sink.paragraph(text.strip(), heading);
        }
    }

    @Override
    public void text(String text) {
        add(text);
    }

    private void add(String text) {
        var paragraph = paragraphs.peek();
        if (paragraph != null) {
            append(paragraph, text);
        }
    }

    private static void append(StringBuilder to, String text) {
        to.append(text, 0, Math.max(0, Math.min(text.length(), LONGEST - to.length())));
    }

    @Override
    public boolean isDone() {
        return sink.isFull();
    }
}
