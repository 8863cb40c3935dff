package id.zitrack.inspection;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * A file name that is safe to show, to send in a header and to write to any disk: one form of Unicode, no path, no
 * control or direction-changing characters, at most {@value #LONGEST} characters, and the extension of what the file
 * really is.
 */
public record FileName(String value) {
    public static final int LONGEST = 200;

    private static final String NAMELESS = "berkas";

    /** Endings people give the allowed types; an ending that is one of these may be replaced by the right one. */
    private static final Set<String> KNOWN_EXTENSIONS = Set.of(
            "pdf", "jpg", "jpeg", "jpe", "jfif", "png", "webp", "heic", "heif", "mp4", "m4v", "txt", "text", "log",
            "md", "csv", "tsv", "docx", "xlsx", "pptx", "odt", "ods", "odp", "doc", "xls", "ppt", "exe", "com", "bat",
            "cmd", "scr", "js", "vbs", "html", "htm", "svg", "docm", "xlsm", "pptm", "zip", "bin", "tmp", "dat");

    /** Names that Windows keeps for devices. */
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    /** The name under which a file is kept that somebody calls {@code claimed}. */
    public static FileName of(String claimed, FileType type) {
        var clean = clean(claimed);
        var extension = extensionOf(clean);
        if (!extension.isEmpty() && (KNOWN_EXTENSIONS.contains(extension) || extension.equals(type.extension()))) {
            clean = strip(clean.substring(0, clean.length() - extension.length() - 1));
        }
        if (clean.isEmpty()) {
            clean = NAMELESS;
        }
        if (DEVICES.contains(clean.toLowerCase(Locale.ROOT))) {
            clean = "_" + clean;
        }
        var ending = "." + type.extension();
        return new FileName(shorten(clean, LONGEST - ending.length()) + ending);
    }

    /** The name without its extension, as a first title. */
    public String title() {
        return value.substring(0, value.lastIndexOf('.'));
    }

    /** The lower-case ending after the last dot, or nothing. */
    public static String extensionOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    public static String clean(String claimed) {
        var name = Normalizer.normalize(claimed, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder();
        name.codePoints()
                .map(it -> Character.isSpaceChar(it) || Character.isWhitespace(it) ? ' ' : it)
                .filter(FileName::isHarmless)
                .forEach(kept::appendCodePoint);
        return strip(kept.toString().replaceAll(" {2,}", " "));
    }

    private static boolean isHarmless(int character) {
        if ("<>:\"|?*".indexOf(character) >= 0) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** Leading dots hide a file on Unix, trailing dots and spaces vanish on Windows. */
    private static String strip(String name) {
        return name.replaceAll("^[. ]+|[. ]+$", "");
    }

    private static String shorten(String name, int longest) {
        if (name.length() <= longest) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(longest - 1)) ? longest - 1 : longest;
        return strip(name.substring(0, end));
    }
}
