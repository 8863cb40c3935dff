package id.zitrack.reading;

import id.zitrack.inspection.Content;
import id.zitrack.inspection.FileType;
import id.zitrack.reading.DocumentParts.Visitor;
import id.zitrack.reading.Preview.Division;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** Reads the text and tables of Office documents, part by part, without building them in memory. */
final class OfficeReading {
    private static final Pattern SLIDE = Pattern.compile("ppt/slides/slide(\\d{1,6})\\.xml");

    private OfficeReading() {}

    static boolean reads(FileType type) {
        return switch (type) {
            case DOCX, XLSX, PPTX, ODT, ODS, ODP -> true;
            default -> false;
        };
    }

    /**
     * Gives what stands in a document to the sink until that is full.
     *
     * @param deadline as {@link System#nanoTime()}
     * @throws UnreadableDocument if it is torn, made to exhaust readers, or takes too long
     */
    static void read(Content content, FileType type, DocumentSink sink, long deadline) throws IOException {
        try (var parts = new DocumentParts(content, deadline)) {
            switch (type) {
                case DOCX -> readDocx(parts, sink);
                case XLSX -> new WorkbookReading(parts, sink).read();
                case PPTX -> readPptx(parts, sink);
                case ODT, ODS, ODP -> parts.walk("content.xml", new OpenDocumentVisitor(sink));
                default -> throw new IllegalArgumentException(type + " is no Office document");
            }
        }
    }

    private static void readDocx(DocumentParts parts, DocumentSink sink) throws IOException {
        var main = relations(parts, "_rels/.rels", "").values().stream()
                .filter(it -> it.type().endsWith("/officeDocument"))
                .map(Relation::part)
                .findFirst()
                .orElse("word/document.xml");
        sink.section(Division.BODY, "");
        parts.walk(main, new ParagraphsVisitor(sink));
    }

    private static void readPptx(DocumentParts parts, DocumentSink sink) throws IOException {
        var slides = parts.names().stream()
                .filter(it -> SLIDE.matcher(it).matches())
                .sorted(Comparator.comparingInt(OfficeReading::number))
                .toList();
        for (var slide : slides) {
            if (sink.isFull()) {
                return;
            }
            sink.section(Division.SLIDE, String.valueOf(number(slide)));
            parts.walk(slide, new ParagraphsVisitor(sink));
        }
    }

    private static int number(String slide) {
        var matcher = SLIDE.matcher(slide);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** Where one part of a package points, and as what. */
    record Relation(String type, String part) {}

    /** The relations of a part by their ids (ECMA-376 part 2, 9.3); targets are seen from {@code folder}. */
    static Map<String, Relation> relations(DocumentParts parts, String rels, String folder) throws IOException {
        var relations = new HashMap<String, Relation>();
        parts.walk(rels, new Visitor() {
            @Override
            public boolean start(String name, XMLStreamReader element) {
                var id = DocumentParts.attribute(element, "Id");
                var type = DocumentParts.attribute(element, "Type");
                var target = DocumentParts.attribute(element, "Target");
                if (name.equals("Relationship") && id != null && type != null && target != null) {
                    relations.put(
                            id, new Relation(type, target.startsWith("/") ? target.substring(1) : folder + target));
                }
                return true;
            }

            @Override
            public void end(String name) {
                // Relations have no content.
            }

            @Override
            public void text(String text) {
                // Relations have no text.
            }

            @Override
            public boolean isDone() {
                return relations.size() > 10_000;
            }
        });
        return relations;
    }
}
