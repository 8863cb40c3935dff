package id.zitrack.reading;

import id.zitrack.reading.DocumentParts.Visitor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamReader;

/** Reads paragraphs and tables of Word documents and slides (ECMA-376 part 1, 17.3, 17.4, 21.1.2, 21.1.3). */
final class ParagraphsVisitor implements Visitor {

    /** No paragraph of an office is longer; the rest of one that is gets left out. */
    private static final int LONGEST = 20_000;

    private static final int MOST_CELLS = 200;

    private final DocumentSink sink;

    // Text boxes stand inside paragraphs and hold paragraphs themselves.
    private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();
    private final List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int tables;
    private boolean heading;
    private boolean inText;

    ParagraphsVisitor(DocumentSink sink) {
        this.sink = sink;
    }

    @Override
    public boolean start(String name, XMLStreamReader element) {
        switch (name) {
            case "p" -> {
                paragraphs.push(new StringBuilder());
                heading = false;
            }
            case "pStyle" -> heading = isHeading(DocumentParts.attribute(element, "val") + "");
            case "t" -> inText = true;
            case "tab" -> add(" ");
            case "br", "cr" -> add("\n");
            case "tbl" -> tables++;
            case "tr" -> {
                if (tables == 1) {
                    row.clear();
                }
            }
            case "tc" -> {
                if (tables == 1) {
                    cell.setLength(0);
                }
            }
            // The same again for older programs; and what somebody has struck out.
            case "Fallback", "del", "moveFrom", "instrText" -> {
                return false;
            }
            default -> {}
        }
        return true;
    }

    private static boolean isHeading(String style) {
        var name = style.toLowerCase(Locale.ROOT);
        return name.startsWith("heading") || name.startsWith("judul") || name.startsWith("title");
    }

    @Override
    public void end(String name) {
        switch (name) {
            case "t" -> inText = false;
            case "p" -> endParagraph();
            case "tc" -> {
                if (tables == 1 && row.size() < MOST_CELLS) {
                    row.add(cell.toString().strip());
                }
            }
            case "tr" -> {
                if (tables == 1 && !row.isEmpty()) {
                    sink.row(List.copyOf(row));
                }
            }
            case "tbl" -> {
                if (--tables == 0) {
                    sink.endOfTable();
                }
            }
            default -> {}
        }
    }

    private void endParagraph() {
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
        if (inText) {
            add(text);
        }
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
