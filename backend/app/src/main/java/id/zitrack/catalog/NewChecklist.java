package id.zitrack.catalog;

import id.zitrack.instrument.InstrumentSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** What a new checklist begins with. */
final class NewChecklist {
    private NewChecklist() {}

    /** A small instrument that keeps all rules and can be published as it is. */
    static InstrumentSource of(int year) {
        try {
            var file = new ClassPathResource("instruments/checklist.yaml").getContentAsByteArray();
            var values = new LinkedHashMap<String, @Nullable Object>(
                    InstrumentSource.ofYaml(file).values());
            if (values.get("regulation") instanceof Map<?, ?> regulation) {
                var dated = new LinkedHashMap<Object, @Nullable Object>(regulation);
                dated.put("year", year);
                values.put("regulation", dated);
            }
            return InstrumentSource.of(values);
        } catch (IOException e) {
            throw new UncheckedIOException("The new checklist cannot be read", e);
        }
    }
}
