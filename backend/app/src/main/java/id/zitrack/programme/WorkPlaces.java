package id.zitrack.programme;

import id.zitrack.identity.Place;
import id.zitrack.identity.Places;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Planned work belongs to its unit. */
@Component
class WorkPlaces implements Places {
    private final Programme programme;

    WorkPlaces(Programme programme) {
        this.programme = programme;
    }

    @Override
    public String kind() {
        return "work";
    }

    @Override
    public Optional<Place> find(UUID id) {
        return programme.findById(id).map(it -> new Place(it.institutionId(), it.unitId(), null));
    }
}
