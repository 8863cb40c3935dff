package id.zitrack.dossier;

/** Makes texts of people safe for spreadsheets. */
final class Cells {
    private static final int LONGEST = 32_000;

    private Cells() {}

    /** The text without what XML and spreadsheets cannot hold, cut where a cell would be full. */
    static String text(String text) {
        var clean = new StringBuilder(Math.min(text.length(), LONGEST));
        text.codePoints().limit(LONGEST).forEach(it -> {
            if (it == '\n' || it == '\t' || !Character.isISOControl(it) && it != 0xFFFE && it != 0xFFFF) {
                clean.appendCodePoint(it);
            }
        });
        return clean.toString();
    }

    /** Whether a spreadsheet might take a typed or imported text for a formula. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    /** A text as one field of a CSV file, which spreadsheets import by guessing. */
    static String csv(String text) {
        var safe = looksLikeFormula(text) ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"").replace("\r", " ").replace("\n", " ") + '"';
    }
}
