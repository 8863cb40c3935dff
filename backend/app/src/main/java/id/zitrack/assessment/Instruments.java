package id.zitrack.assessment;

import id.zitrack.catalog.InstrumentCatalog;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentKey;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The instruments that assessments follow; a published one is never taken away. */
@Component
class Instruments {
    private final InstrumentCatalog catalog;

    Instruments(InstrumentCatalog catalog) {
        this.catalog = catalog;
    }

    Optional<Instrument> find(InstrumentKey key, UUID institutionId) {
        return catalog.find(key, institutionId);
    }

    Instrument get(InstrumentKey key, UUID institutionId) {
        return find(key, institutionId)
                .orElseThrow(() -> new IllegalStateException("Instrument " + key + " is no longer in the catalog"));
    }
}
