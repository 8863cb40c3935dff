package id.zitrack.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes an instrument's values as YAML for people: keys in a fixed order, short collections on one line, long texts
 * folded at {@link #WIDTH} columns, everything that could be taken for a number in quotes.
 */
final class YamlText {

    private static final int WIDTH = 100;
    private static final int LEAST_WIDTH = 40;
    private static final String INDENT = "  ";

    /** The order of keys; others follow as they are given. */
    private static final List<String> ORDER = List.of(
            "schema",
            "id",
            "code",
            "version",
            "value",
            "name",
            "title",
            "label",
            "kind",
            "note",
            "regulation",
            "part",
            "year",
            "inForce",
            "sources",
            "answerTypes",
            "tree",
            "files",
            "areas",
            "view",
            "scores",
            "gates",
            "preconditions",
            "examples",
            "weight",
            "type",
            "rule",
            "folder",
            "score",
            "choices",
            "items",
            "unit",
            "min",
            "max",
            "decimals",
            "scale",
            "maxLength",
            "of",
            "per",
            "from",
            "to",
            "cap",
            "whenZero",
            "bothZero",
            "ratio",
            "counts",
            "checks",
            "guidance",
            "evidence",
            "confidentiality",
            "nodes",
            "measure",
            "atLeast",
            "atMost",
            "accepted",
            "source",
            "verified",
            "answers",
            "given",
            "expect",
            "wbk",
            "wbbm",
            "en",
            "equal",
            "message",
            "children",
            "questions");

    private static final Map<String, Integer> RANKS = new HashMap<>();

    static {
        ORDER.forEach(it -> RANKS.put(it, RANKS.size()));
    }

    /** Keys whose entries are named by the author; their order is the author's. */
    private static final Set<String> NAMED = Set.of("answerTypes", "choices", "counts", "answers", "given", "scores");

    /** Words that need no quotes; whatever YAML readers of any age take for something else is not among them. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9./-]*");

    private static final Pattern NOT_PLAIN = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n|nan|inf|infinity");

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    static String write(Map<String, @Nullable Object> values) {
        var text = new YamlText();
        text.out.append("# Instrumen ZITrack dalam satu berkas. Periksa: ./zi instrument check BERKAS\n");
        if (values.isEmpty()) {
            text.out.append("{}\n");
        }
        text.mapping("", values, 0, false);
        return text.out.toString();
    }

    /** Whether a text with this character can be written and read again. */
    static boolean canHold(int character) {
        return character == '\n'
                || character == '\t'
                || character >= 0x20
                        && !Character.isISOControl(character)
                        && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE)
                        && (character & 0xFFFE) != 0xFFFE
                        && character != 0xFEFF;
    }

    private void mapping(String name, Map<?, ?> values, int depth, boolean begun) {
        boolean indent = !begun;
        for (var key : keys(name, values)) {
            if (indent) {
                out.append(INDENT.repeat(depth));
            }
            indent = true;
            out.append(scalar(key)).append(':');
            value(key, values.get(key), depth, scalar(key).length() + 1);
        }
    }

    /** The keys in the order of the format, or of the author where they are the author's names. */
    private static List<String> keys(String name, Map<?, ?> values) {
        List<String> keys = new ArrayList<>();
        values.keySet().forEach(it -> keys.add(String.valueOf(it)));
        if (!NAMED.contains(name)) {
            keys.sort((one, other) -> Integer.compare(rank(one), rank(other)));
        }
        return keys;
    }

    private static int rank(String key) {
        return RANKS.getOrDefault(key, ORDER.size());
    }

    /** Writes a value behind its key, whose line is {@code used} columns long beside the indentation. */
    private void value(String key, @Nullable Object value, int depth, int used) {
        int room = WIDTH - INDENT.length() * depth - used - 1;
        var line = oneLine(key, value);
        if (line != null && (line.length() <= room || !(value instanceof Map || value instanceof List))) {
            if (line.length() <= room || !(value instanceof String text) || !folded(text, depth + 1)) {
                out.append(' ').append(line).append('\n');
            }
        } else if (value instanceof Map<?, ?> map) {
            out.append('\n');
            mapping(key, map, depth + 1, false);
        } else if (value instanceof List<?> list) {
            out.append('\n');
            for (var item : list) {
                item(item, depth + 1);
            }
        }
    }

    private void item(@Nullable Object item, int depth) {
        out.append(INDENT.repeat(depth)).append('-');
        int room = WIDTH - INDENT.length() * depth - 2;
        var line = oneLine("", item);
        if (item instanceof Map<?, ?> map && (line == null || line.length() > room)) {
            out.append(' ');
            mapping("", map, depth + 1, true);
        } else {
            value("", item, depth, 1);
        }
    }

    /** The value as it stands on one line; null where it needs more: groups, questions, and what holds such. */
    private static @Nullable String oneLine(String key, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            if (map.isEmpty()) {
                return "{}";
            }
            if (map.containsKey("code")) {
                return null;
            }
            List<String> parts = new ArrayList<>();
            for (var name : keys(key, map)) {
                var inner = map.get(name);
                if (inner instanceof Map || inner instanceof List<?> list && !scalars(list)) {
                    return null;
                }
                parts.add(scalar(name) + ": " + oneLine(name, inner));
            }
            return "{" + String.join(", ", parts) + "}";
        }
        if (value instanceof List<?> list) {
            List<String> parts = new ArrayList<>();
            for (var item : list) {
                var part = item instanceof List<?> inner && !scalars(inner) ? null : oneLine("", item);
                if (part == null) {
                    return null;
                }
                parts.add(part);
            }
            return "[" + String.join(", ", parts) + "]";
        }
        return value instanceof String text ? scalar(text) : String.valueOf(value);
    }

    private static boolean scalars(List<?> list) {
        return list.stream().noneMatch(it -> it instanceof Map || it instanceof List);
    }

    private static String scalar(String text) {
        return PLAIN.matcher(text).matches() && !NOT_PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(it -> {
            switch (it) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case 0x2028 -> quoted.append("\\u2028");
                case 0x2029 -> quoted.append("\\u2029");
                default -> quoted.appendCodePoint(it);
            }
        });
        return quoted.append('"').toString();
    }

    /** Writes a long text over several lines if reading puts it together again exactly. */
    private boolean folded(String text, int depth) {
        if (text.isBlank()
                || !text.equals(text.strip())
                || text.contains("  ")
                || text.codePoints().anyMatch(it -> it == '\n' || it == '\t' || it == 0x2028 || it == 0x2029)) {
            return false;
        }
        out.append(" >-\n");
        var indent = INDENT.repeat(depth);
        int room = Math.max(LEAST_WIDTH, WIDTH - indent.length());
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > room) {
                out.append(indent).append(line).append('\n');
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        out.append(indent).append(line).append('\n');
        return true;
    }
}
