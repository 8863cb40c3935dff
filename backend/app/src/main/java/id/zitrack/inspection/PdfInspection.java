package id.zitrack.inspection;

import id.zitrack.inspection.FileInspection.Finding;
import id.zitrack.inspection.RefusedFile.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Opens a PDF as a reader would: it must be whole, have pages and need no password. */
final class PdfInspection {

    /** Readers look for the end mark in the last 1,024 bytes (PDF 1.7 reference, appendix H, note 18). */
    private static final int END_WINDOW = 1024;

    /** Pages that are looked at; damage further back shows when the page is opened. */
    private static final int MOST_PAGES = 2_000;

    /** Pages that are asked for text. */
    private static final int PAGES_FOR_TEXT = 5;

    /** What one packed structure (object or reference stream) may hold, since the parser unpacks those in memory. */
    private static final int LARGEST_STRUCTURE = 32 * 1024 * 1024;

    /** What all of them together may hold. Documents of thousands of pages have some 20 MiB. */
    private static final long LARGEST_STRUCTURES = 128L * 1024 * 1024;

    private static final int WINDOW = 256 * 1024;

    /** The longest dictionary before a structure stream that is looked at. */
    private static final int DICTIONARY = 2 * 1024;

    private PdfInspection() {}

    static Finding inspect(Content content) throws IOException {
        if (FileInspection.indexOf(content.tail(END_WINDOW), FileInspection.ascii("%%EOF"), 0) < 0) {
            throw refusal(Reason.BROKEN);
        }
        refuseBombs(content);
        try (var source = new Source(content);
                var document = Loader.loadPDF(source)) {
            PdfActions.refuse(document);
            return new Finding(FileType.PDF, hasTextLayer(document), null);
        } catch (InvalidPasswordException e) {
            throw refusal(Reason.ENCRYPTED);
        } catch (Unreadable e) {
            throw e.cause;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            if (e instanceof RefusedFile refused) {
                throw refused;
            }
            throw refusal(Reason.BROKEN);
        }
    }

    private static boolean hasTextLayer(PDDocument document) {
        int pages = 0;
        var fonts = false;
        for (PDPage page : document.getPages()) {
            Objects.requireNonNull(page.getMediaBox());
            if (pages < PAGES_FOR_TEXT && page.getResources() != null) {
                // A scan has pictures only; whatever writes text names a font. Reading the text itself would unpack
                // page content in memory, which a hostile file can make as large as it likes.
                fonts |= page.getResources().getCOSObject().getCOSDictionary(COSName.FONT) != null;
            }
            if (++pages >= MOST_PAGES) {
                break;
            }
        }
        if (pages == 0) {
            throw refusal(Reason.BROKEN);
        }
        return fonts;
    }

    /** Unpacks every object and reference stream once, without keeping it, before the parser does so in memory. */
    private static void refuseBombs(Content content) throws IOException {
        var mark = FileInspection.ascii("stream");
        long all = 0;
        long at = 0;
        while (at < content.size()) {
            var window = content.slice(at, WINDOW);
            for (int found = FileInspection.indexOf(window, mark, 0);
                    found >= 0;
                    found = FileInspection.indexOf(window, mark, found + mark.length)) {
                all += structure(content, at + found, at + found + mark.length);
                if (all > LARGEST_STRUCTURES) {
                    throw refusal(Reason.BOMB);
                }
            }
            if (window.length < WINDOW) {
                return;
            }
            at += WINDOW - mark.length + 1;
        }
    }

    /** The length of one structure unpacked; 0 for what is none. */
    private static long structure(Content content, long keyword, long after) throws IOException {
        long start = Math.max(0, keyword - DICTIONARY);
        var dictionary = new String(content.slice(start, (int) (keyword - start)), StandardCharsets.ISO_8859_1);
        dictionary = dictionary.substring(Math.max(0, dictionary.lastIndexOf(" obj")));
        var isStructure = dictionary.contains("ObjStm") || dictionary.contains("XRef") || dictionary.contains("#");
        if (!isStructure || !dictionary.contains("Fl")) {
            return 0;
        }
        var lineEnd = content.slice(after, 2);
        long at = after + (lineEnd.length == 2 && lineEnd[0] == '\r' && lineEnd[1] == '\n' ? 2 : 1);
        var inflater = new Inflater();
        var packed = new byte[16 * 1024];
        var unpacked = new byte[64 * 1024];
        try {
            while (!inflater.finished() && inflater.getBytesWritten() <= LARGEST_STRUCTURE) {
                if (inflater.needsInput()) {
                    int read = at >= content.size() ? -1 : content.read(at, packed, 0, packed.length);
                    if (read < 0) {
                        return inflater.getBytesWritten();
                    }
                    at += read;
                    inflater.setInput(packed, 0, read);
                }
                if (inflater.inflate(unpacked) == 0 && inflater.needsDictionary()) {
                    return inflater.getBytesWritten();
                }
            }
            if (inflater.getBytesWritten() > LARGEST_STRUCTURE) {
                throw refusal(Reason.BOMB);
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException e) {
            // Not packed after all, or torn; the parser will say so.
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }

    private static RefusedFile refusal(Reason reason) {
        return new RefusedFile(reason, FileType.PDF.mediaType());
    }

    /** The store failed, not the file. */
    private static final class Unreadable extends RuntimeException {
        private final IOException cause;

        Unreadable(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    /** Content in the form PDFBox reads. */
    private static final class Source implements RandomAccessRead {
        private final Content content;
        private final byte[] single = new byte[1];
        private long position;
        private boolean closed;

        Source(Content content) {
            this.content = content;
        }

        @Override
        public int read() {
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (position >= content.size()) {
                return -1;
            }
            try {
                int read = content.read(position, into, offset, length);
                position += Math.max(0, read);
                return read;
            } catch (IOException e) {
                throw new Unreadable(e);
            }
        }

        @Override
        public long getPosition() {
            return position;
        }

        @Override
        public void seek(long target) {
            position = Math.min(target, content.size());
        }

        @Override
        public long length() {
            return content.size();
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public boolean isEOF() {
            return position >= content.size();
        }

        @Override
        public RandomAccessReadView createView(long start, long length) {
            return new RandomAccessReadView(this, start, length);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
