package id.zitrack.evidence;

import id.zitrack.identity.Place;
import id.zitrack.identity.Places;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the access rules whose a piece of evidence is that may have been removed; secrets stay secret. */
@Component
class KeptPlaces implements Places {
    private final EvidenceRecords records;
    private final Readers readers;

    KeptPlaces(EvidenceRecords records, Readers readers) {
        this.records = records;
        this.readers = readers;
    }

    @Override
    public String kind() {
        return "kept-evidence";
    }

    @Override
    public Optional<Place> find(UUID id) {
        return records.findById(id)
                .filter(it -> !it.isPurged() && readers.mayKnow(it))
                .map(EvidencePlaces::placeOf);
    }
}
