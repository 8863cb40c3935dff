package id.zitrack.dossier;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Makes a text fit for print: what the embedded fonts cannot show becomes a visible box, because a glyph that a font
 * lacks vanishes from the PDF without a word.
 */
final class Legible {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final List<Font> USED = List.of(
            font("DejaVuSansCondensed.ttf"),
            font("DejaVuSansCondensed-Bold.ttf"),
            font("DejaVuSerifCondensed.ttf"),
            font("DejaVuSerifCondensed-Bold.ttf"));
    private static final String BOX = "\u25a1";

    private Legible() {}

    /** The text with line breaks kept, other control characters as blanks, and a box for every missing glyph. */
    static String text(String text) {
        var legible = new StringBuilder(text.length());
        text.codePoints().forEach(it -> {
            if (it == '\n') {
                legible.append('\n');
            } else if (Character.isISOControl(it) || Character.getType(it) == Character.FORMAT) {
                legible.append(Character.isWhitespace(it) ? " " : "");
            } else if (USED.stream().allMatch(font -> font.canDisplay(it))) {
                legible.appendCodePoint(it);
            } else {
                legible.append(BOX);
            }
        });
        return legible.toString();
    }

    /** A legible text for an element with styled markup. */
    static String markup(String text) {
        return text(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Font font(String name) {
        try (var bytes = Legible.class.getResourceAsStream(FONTS + name)) {
            if (bytes == null) {
                throw new IllegalStateException("Font " + name + " is not on the class path");
            }
            return Font.createFont(Font.TRUETYPE_FONT, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("Font " + name + " cannot be read", e);
        }
    }
}
