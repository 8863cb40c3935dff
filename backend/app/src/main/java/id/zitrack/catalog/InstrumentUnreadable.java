package id.zitrack.catalog;

import id.zitrack.instrument.InstrumentInvalid;
import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** What was sent is no instrument at all, not even one with mistakes; nothing is kept. */
final class InstrumentUnreadable extends DomainProblem {
    InstrumentUnreadable(InstrumentInvalid invalid) {
        super(
                "instrument-unreadable",
                422,
                "What was sent cannot be kept as an instrument.",
                Map.of("problems", DraftProblem.of(invalid.problems())));
    }
}
