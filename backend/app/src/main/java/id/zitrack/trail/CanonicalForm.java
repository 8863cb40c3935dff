package id.zitrack.trail;

import id.zitrack.platform.Sha256;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write an entry down, so that everybody computes the same hash: JSON as in RFC 8785, that is members in
 * the order of their names, no white space, as few escapes as possible.
 *
 * <p>Works on what is stored and not on what this program knows of it, so that nothing can be added unseen.
 */
final class CanonicalForm {
    private static final String ID = "id";
    private static final Set<String> NOT_PART_OF_IT = Set.of(Link.PREVIOUS, Link.HASH);

    private CanonicalForm() {}

    /** The entry in a stored document; texts, whole numbers, lists and members that are null (left out). */
    static String of(Map<String, ? extends @Nullable Object> stored) {
        var members = new TreeMap<String, Object>();
        stored.forEach((name, value) -> {
            if (value != null && !NOT_PART_OF_IT.contains(name)) {
                members.put(name.equals("_id") ? ID : name, value);
            }
        });
        return json(members);
    }

    /** What links an entry to the one before it. */
    static String hash(String previous, String canonical) {
        return Sha256.of(previous + canonical);
    }

    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            var members = new TreeMap<String, Object>();
            map.forEach((name, member) -> {
                if (member != null) {
                    members.put(String.valueOf(name), member);
                }
            });
            return members.entrySet().stream()
                    .map(it -> text(it.getKey()) + ":" + json(it.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(CanonicalForm::json).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof Long || value instanceof Integer ? value.toString() : text(value.toString());
    }

    private static String text(String text) {
        var json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char it = text.charAt(i);
            switch (it) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (it < 0x20) {
                        json.append("\\u%04x".formatted((int) it));
                    } else {
                        json.append(it);
                    }
                }
            }
        }
        return json.append('"').toString();
    }
}
