package id.zitrack.catalog;

import id.zitrack.instrument.InstrumentSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** What a new checklist begins with. */
final class NewChecklist {
    private NewChecklist() {}

    /** A small instrument that keeps all rules and can be published as it is. */
    static InstrumentSource blank() {
        try {
            return InstrumentSource.ofYaml(new ClassPathResource("instruments/checklist.yaml").getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("The new checklist cannot be read", e);
        }
    }
}
