package id.zitrack.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The faces the demo's papers are set in; each font file is read once and embedded as a subset. */
enum Typeface {
    SERIF("DejaVuSerifCondensed.ttf"),
    SERIF_BOLD("DejaVuSerifCondensed-Bold.ttf"),
    SANS("DejaVuSansCondensed.ttf"),
    SANS_BOLD("DejaVuSansCondensed-Bold.ttf");

    private final TrueTypeFont font;

    Typeface(String file) {
        try (var bytes = Typeface.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/" + file)) {
            if (bytes == null) {
                throw new IllegalStateException("Font " + file + " is not on the class path");
            }
            font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PDFont in(PDDocument document) throws IOException {
        return PDType0Font.load(document, font, true);
    }
}
