package id.zitrack.catalog;

import id.zitrack.instrument.InstrumentKey;
import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** Something else is published under this id and version already, and that never changes. */
final class InstrumentVersionTaken extends DomainProblem {
    InstrumentVersionTaken(InstrumentKey key) {
        super(
                "instrument-version-taken",
                409,
                key + " is published already; give the draft another version.",
                Map.of("id", key.id(), "version", key.version()));
    }
}
