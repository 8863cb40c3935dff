package id.zitrack.assessment;

import id.zitrack.instrument.InstrumentKey;
import id.zitrack.platform.DomainProblem;

/** The assessment follows this very instrument already. */
final class AlreadyOnInstrument extends DomainProblem {
    AlreadyOnInstrument(InstrumentKey key) {
        super("already-on-instrument", 409, "The assessment follows " + key + " already.");
    }
}
