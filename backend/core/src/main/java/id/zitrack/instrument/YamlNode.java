package id.zitrack.instrument;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One value of a YAML file with the line it stands in; scalars are always texts. */
sealed interface YamlNode {

    int line();

    /** A scalar; null text for an empty one, {@code null} and {@code ~}. */
    record Scalar(int line, @Nullable String text) implements YamlNode {}

    record Sequence(int line, List<YamlNode> items) implements YamlNode {}

    record Mapping(int line, LinkedHashMap<String, Entry> entries) implements YamlNode {}

    record Entry(int line, YamlNode value) {}

    /** Writes a value so that files which say the same give the same text, whatever their layout. */
    static void canonical(YamlNode node, StringBuilder out) {
        if (node instanceof Scalar scalar) {
            if (scalar.text() == null) {
                out.append('~');
            } else {
                out.append('"')
                        .append(scalar.text().replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
        } else if (node instanceof Sequence sequence) {
            out.append('[');
            sequence.items().forEach(it -> {
                canonical(it, out);
                out.append(',');
            });
            out.append(']');
        } else if (node instanceof Mapping mapping) {
            out.append('{');
            mapping.entries().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(it -> {
                        canonical(new Scalar(0, it.getKey()), out);
                        out.append(':');
                        canonical(it.getValue().value(), out);
                        out.append(',');
                    });
            out.append('}');
        }
    }
}
