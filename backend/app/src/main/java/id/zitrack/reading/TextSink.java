package id.zitrack.reading;

import id.zitrack.reading.Preview.Division;
import java.util.List;

/** Keeps the text of a document and nothing of its form. */
final class TextSink implements DocumentSink {
    private final int longest;
    private final StringBuilder text = new StringBuilder();

    TextSink(int longest) {
        this.longest = longest;
    }

    @Override
    public void section(Division division, String name) {
        add(name);
    }

    @Override
    public void paragraph(String paragraph, boolean heading) {
        add(paragraph);
    }

    @Override
    public void row(List<String> cells) {
        cells.forEach(this::add);
    }

    @Override
    public void endOfTable() {
        // Form only.
    }

    @Override
    public boolean isFull() {
        return text.length() >= longest;
    }

    /** What was found, with single spaces, at most as long as asked for. */
    String text() {
        return text.toString();
    }

    void add(String found) {
        for (int at = 0; at < found.length() && !isFull(); ) {
            int character = found.codePointAt(at);
            at += Character.charCount(character);
            if (isSpace(character)) {
                space();
            } else if (!Character.isISOControl(character) && Character.isDefined(character) && !isHalf(character)) {
                text.appendCodePoint(character);
            }
        }
        if (!isFull()) {
            space();
        }
    }

    private void space() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** Half of a character that takes two cannot be stored. */
    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
