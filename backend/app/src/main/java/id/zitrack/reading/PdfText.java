package id.zitrack.reading;

import id.zitrack.inspection.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Reads the text of a PDF. PDFBox unpacks streams in memory, so every stream is unpacked once before it, counted and
 * thrown away; a file with one that is too large, or packed in a way that cannot be counted, is not read.
 */
final class PdfText {

    /** Larger files are photos and maps; what text they have is not worth the memory. */
    static final long LARGEST_FILE = 64L * 1024 * 1024;

    private static final int LARGEST_STREAM = 24 * 1024 * 1024;
    private static final long LARGEST_TOGETHER = 192L * 1024 * 1024;
    private static final int MOST_OBJECTS = 100_000;
    private static final int MOST_PAGES = 200;

    /** Packings that are counted by unpacking them. */
    private static final Set<COSName> FLATE = Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION);

    /** Packings that make small out of large by at most so much, or that only pictures have. */
    private static final Set<COSName> HARMLESS =
            Set.of(COSName.ASCII85_DECODE, COSName.ASCII_HEX_DECODE, COSName.DCT_DECODE, COSName.JPX_DECODE);

    private PdfText() {}

    static String read(Content content, int longest, long deadline) throws IOException {
        if (content.size() > LARGEST_FILE) {
            throw new UnreadableDocument("it is too large");
        }
        byte[] bytes;
        try (var stream = content.from(0)) {
            bytes = stream.readAllBytes();
        }
        try (var document = Loader.loadPDF(bytes)) {
            refuseTooLarge(document, deadline);
            var sink = new TextSink(longest);
            var stripper = new Stripper(sink, deadline);
            stripper.setEndPage(MOST_PAGES);
            try {
                stripper.writeText(document, Writer.nullWriter());
            } catch (Enough enough) {
                // The rest is not wanted.
            }
            return sink.text();
        }
    }

    private static void refuseTooLarge(PDDocument document, long deadline) throws IOException {
        var objects = document.getDocument();
        var keys = new ArrayList<>(objects.getXrefTable().keySet());
        if (keys.size() > MOST_OBJECTS) {
            throw new UnreadableDocument("it has too many parts");
        }
        long together = 0;
        for (var key : keys) {
            if (System.nanoTime() - deadline > 0) {
                throw new UnreadableDocument("it takes too long");
            }
            if (objects.getObjectFromPool(key).getObject() instanceof COSStream stream && !isPicture(stream)) {
                together += unpacked(stream);
                if (together > LARGEST_TOGETHER) {
                    throw new UnreadableDocument("there is too much inside");
                }
            }
        }
    }

    private static boolean isPicture(COSStream stream) {
        return COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
    }

    /** How large a stream gets, refused when larger than anything written by hand. */
    private static long unpacked(COSStream stream) throws IOException {
        var filters = filters(stream);
        long flated = filters.stream().filter(FLATE::contains).count();
        if (flated > 1 || !filters.stream().allMatch(it -> FLATE.contains(it) || HARMLESS.contains(it))) {
            throw new UnreadableDocument("it is packed in an unusual way");
        }
        if (flated == 0) {
            return stream.getLength();
        }
        if (!FLATE.contains(filters.get(0))) {
            throw new UnreadableDocument("it is packed in an unusual way");
        }
        long size = 0;
        try (var raw = stream.createRawInputStream();
                InputStream inflated = new InflaterInputStream(raw)) {
            var buffer = new byte[16 * 1024];
            for (int read = inflated.read(buffer); read >= 0; read = inflated.read(buffer)) {
                size += read;
                if (size > LARGEST_STREAM) {
                    throw new UnreadableDocument("there is too much inside");
                }
            }
        } catch (IOException torn) {
            // PDFBox shows what could be unpacked until there.
            return size;
        }
        return size;
    }

    private static List<COSName> filters(COSStream stream) {
        COSBase filters = stream.getFilters();
        var names = new ArrayList<COSName>();
        if (filters instanceof COSName one) {
            names.add(one);
        } else if (filters instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                names.add(several.getObject(i) instanceof COSName name ? name : COSName.NONE);
            }
        }
        return names;
    }

    /** Thrown to stop a library that cannot be asked to. */
    private static final class Enough extends RuntimeException {}

    private static final class Stripper extends PDFTextStripper {
        private static final int DEEPEST = 12;

        private final TextSink sink;
        private final long deadline;
        private int operators;

        Stripper(TextSink sink, long deadline) {
            this.sink = sink;
            this.deadline = deadline;
            setSortByPosition(false);
            setSuppressDuplicateOverlappingText(false);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (getLevel() > DEEPEST || (++operators % 256 == 0 && System.nanoTime() - deadline > 0)) {
                throw new Enough();
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void writeString(String text) throws IOException {
            sink.add(text);
            if (sink.isFull()) {
                throw new Enough();
            }
        }

        @Override
        protected void writeWordSeparator() throws IOException {
            sink.add(" ");
        }
    }
}
