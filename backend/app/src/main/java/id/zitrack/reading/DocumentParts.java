package id.zitrack.reading;

import id.zitrack.inspection.Content;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The XML parts of an Office document, each walked element by element within limits: so much unpacked, so deep, so
 * long. No document type, no entities, nothing from outside.
 */
final class DocumentParts implements AutoCloseable {

    /** Of one part as much is read: the text of some thousand pages. */
    static final int LARGEST_PART = 24 * 1024 * 1024;

    private static final int DEEPEST = 256;

    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;
    private final long deadline;

    /** Called for what stands in a part. */
    interface Visitor {
        /** An element begins; returns false to leave out everything in it. */
        boolean start(String name, XMLStreamReader element);

        void end(String name);

        void text(String text);

        /** Whether the rest is of no interest. */
        boolean isDone();
    }

    DocumentParts(Content content, long deadline) throws IOException {
        this.zip = ZipFile.builder()
                .setSeekableByteChannel(new ContentChannel(content))
                .get();
        this.deadline = deadline;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /** The names of all parts. */
    List<String> names() {
        var names = new ArrayList<String>();
        for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements(); ) {
            names.add(entries.nextElement().getName());
        }
        return names;
    }

    /**
     * Walks one part to its end, until the visitor has enough or a limit is met; a part that is not there is empty.
     *
     * @throws UnreadableDocument if it is no XML, too deep, or takes too long
     */
    void walk(String part, Visitor visitor) throws IOException {
        var entry = zip.getEntry(part);
        if (entry == null) {
            return;
        }
        try (var unpacked = new Cut(zip.getInputStream(entry))) {
            try {
                walk(XML.createXMLStreamReader(unpacked), visitor);
            } catch (XMLStreamException | RuntimeException e) {
                if (!unpacked.isCut()) {
                    throw e instanceof UnreadableDocument own ? own : new UnreadableDocument(part + " is torn");
                }
            }
        }
    }

    private void walk(XMLStreamReader reader, Visitor visitor) throws XMLStreamException {
        int depth = 0;
        int skippedFrom = 0;
        for (int steps = 1; reader.hasNext() && !visitor.isDone(); steps++) {
            if (steps % 1024 == 0 && System.nanoTime() - deadline > 0) {
                throw new UnreadableDocument("it takes too long");
            }
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw new UnreadableDocument("it is nested too deeply");
                    }
                    if (skippedFrom == 0 && !visitor.start(reader.getLocalName(), reader)) {
                        skippedFrom = depth;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (skippedFrom == 0) {
                        visitor.end(reader.getLocalName());
                    } else if (skippedFrom == depth) {
                        skippedFrom = 0;
                    }
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (skippedFrom == 0) {
                        visitor.text(reader.getText());
                    }
                }
                default -> {}
            }
        }
    }

    /** The value of an attribute whatever its namespace; null if it is not there. */
    static @Nullable String attribute(XMLStreamReader element, String name) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            if (element.getAttributeLocalName(i).equals(name)) {
                return element.getAttributeValue(i);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Ends where so much has been read, and knows that it did. */
    private static final class Cut extends FilterInputStream {
        private long left = LARGEST_PART;

        Cut(InputStream in) {
            super(in);
        }

        boolean isCut() {
            return left <= 0;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = super.read(into, offset, (int) Math.min(left, length));
            left -= Math.max(0, read);
            return read;
        }
    }
}
