package id.zitrack.evidence;

import id.zitrack.reading.Words;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A piece of text around the words somebody looked for.
 *
 * @param text as it stands in the file
 * @param marks where the words are in it, first to last, apart from each other
 */
record Snippet(String text, List<Mark> marks) {

    /** From the first character to the one after the last. */
    record Mark(int start, int end) {}

    private static final int BEFORE = 60;
    private static final int LONGEST = 220;

    /** The first place where one of the words begins a word of the text; null if none does. */
    static @Nullable Snippet of(String text, List<String> sought) {
        var first = marks(text, sought, 1);
        if (first.isEmpty()) {
            return null;
        }
        int start = wordStart(text, Math.max(0, first.get(0).start() - BEFORE));
        int end = wordEnd(text, Math.min(text.length(), start + LONGEST));
        var shown = text.substring(start, end).strip();
        return new Snippet(shown, marks(shown, sought, Integer.MAX_VALUE));
    }

    private static List<Mark> marks(String text, List<String> sought, int most) {
        var marks = new ArrayList<Mark>();
        var words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE && marks.size() < most; end = words.next()) {
            if (Character.isLetterOrDigit(text.codePointAt(start))) {
                var plain = Words.plain(text.substring(start, end));
                if (sought.stream().anyMatch(plain::startsWith)) {
                    marks.add(new Mark(start, end));
                }
            }
            start = end;
        }
        return marks;
    }

    private static int wordStart(String text, int at) {
        if (at == 0) {
            return 0;
        }
        int space = text.indexOf(' ', at);
        return space < 0 ? at : space + 1;
    }

    private static int wordEnd(String text, int at) {
        if (at == text.length()) {
            return at;
        }
        int space = text.lastIndexOf(' ', at);
        return space < 0 ? at : space;
    }
}
