package id.zitrack.catalog;

import id.zitrack.instrument.Instrument;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published instrument.
 *
 * @param institutionId who made it and alone may use it; null for what ships with the program
 */
record Publication(Instrument instrument, @Nullable UUID institutionId, Instant publishedAt) {

    boolean isFor(UUID institution) {
        return institutionId == null || institutionId.equals(institution);
    }
}
