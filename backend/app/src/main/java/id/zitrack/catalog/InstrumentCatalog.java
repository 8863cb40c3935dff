package id.zitrack.catalog;

import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The published instruments; none of them ever changes or goes away. */
public interface InstrumentCatalog {

    /** Every published instrument of everybody, in the order of their ids and versions. */
    List<Instrument> published();

    /** An instrument as its regulation has it. */
    Optional<Instrument> find(InstrumentKey key);

    /**
     * An instrument with the thresholds that an institution has set where the regulation leaves them unset; nothing if
     * another institution made it for itself.
     */
    Optional<Instrument> find(InstrumentKey key, UUID institutionId);
}
