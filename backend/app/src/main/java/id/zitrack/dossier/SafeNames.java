package id.zitrack.dossier;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** File names that every system can unpack, Windows with its reserved names and short paths included. */
final class SafeNames {
    private static final int LONGEST_BYTES = 110;
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");

    private final Set<String> taken = new HashSet<>();

    /** A path that was not given before: folder, name and extension made safe, and numbered if somebody has it already. */
    String path(String folder, String name, String extension) {
        var safeFolder = safe(folder, LONGEST_BYTES);
        var suffix = extension.isEmpty() ? "" : "." + extension;
        for (int number = 1; ; number++) {
            var ending = (number == 1 ? "" : " (" + number + ")") + suffix;
            var path = safeFolder + "/" + safe(name, LONGEST_BYTES - ending.length()) + ending;
            if (taken.add(path.toLowerCase(Locale.ROOT))) {
                return path;
            }
        }
    }

    /** One name without a path. */
    static String safe(String name) {
        return safe(name, LONGEST_BYTES);
    }

    /** The extension of a file name in lower case, or nothing. */
    static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        var extension = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return extension.matches("[a-z0-9]{1,8}") ? extension : "";
    }

    private static String safe(String name, int longest) {
        var safe = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().forEach(it -> {
            if (Character.isISOControl(it)
                    || Character.getType(it) == Character.FORMAT
                    || Character.getType(it) == Character.SURROGATE) {
                return;
            }
            safe.appendCodePoint("<>:\"/\\|?*%".indexOf(it) >= 0 ? '-' : Character.isWhitespace(it) ? ' ' : it);
        });
        var short1 = cut(safe.toString().strip().replaceAll(" {2,}", " "), longest);
        var trimmed = short1.replaceAll("[. ]+$", "").replaceAll("^[. ]+", "");
        if (trimmed.isEmpty()) {
            return "tanpa nama";
        }
        return RESERVED.matcher(trimmed).matches() ? "_" + trimmed : trimmed;
    }

    private static String cut(String name, int longest) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > longest) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
