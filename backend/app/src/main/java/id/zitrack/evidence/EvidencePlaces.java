package id.zitrack.evidence;

import id.zitrack.identity.Place;
import id.zitrack.identity.Places;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the access rules whose a piece of evidence is; what the caller may not know of is nowhere. */
@Component
class EvidencePlaces implements Places {
    private final EvidenceRecords records;
    private final Readers readers;

    EvidencePlaces(EvidenceRecords records, Readers readers) {
        this.records = records;
        this.readers = readers;
    }

    @Override
    public String kind() {
        return "evidence";
    }

    @Override
    public Optional<Place> find(UUID id) {
        return records.findById(id).filter(readers::include).map(EvidencePlaces::placeOf);
    }

    static Place placeOf(Evidence evidence) {
        return new Place(evidence.institutionId(), evidence.unitId(), null);
    }
}
