package id.zitrack.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One entry of the files that describe the demo. */
record Entry(Map<?, ?> values) {

    static Object read(String file) {
        try (var bytes = Entry.class.getResourceAsStream("/demo/" + file)) {
            if (bytes == null) {
                throw new IllegalStateException("There is no " + file);
            }
            var settings = LoadSettings.builder().setLabel(file).build();
            return new Load(settings).loadFromString(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Entry> entries(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream().map(it -> new Entry((Map<?, ?>) it)).toList()
                : List.of();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable
    Object value(String key) {
        return values.get(key);
    }

    String text(String key) {
        return String.valueOf(values.get(key));
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    int number(String key) {
        return values.get(key) instanceof Number number ? number.intValue() : 0;
    }

    double share(String key) {
        return values.get(key) instanceof Number number ? number.doubleValue() : 0;
    }

    boolean is(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    Entry entry(String key) {
        return new Entry(values.get(key) instanceof Map<?, ?> map ? map : Map.of());
    }

    List<Entry> entries(String key) {
        return entries(values.get(key));
    }

    List<String> texts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    List<List<String>> table(String key) {
        return values.get(key) instanceof List<?> rows
                ? rows.stream()
                        .map(it -> ((List<?>) it).stream().map(String::valueOf).toList())
                        .toList()
                : List.of();
    }
}
