package id.zitrack.upload;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.Place;
import id.zitrack.identity.Places;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the access rules whose an upload is; for everybody but its sender it is nowhere. */
@Component
class UploadPlaces implements Places {
    private final Uploads uploads;
    private final CurrentPerson current;

    UploadPlaces(Uploads uploads, CurrentPerson current) {
        this.uploads = uploads;
        this.current = current;
    }

    @Override
    public String kind() {
        return "upload";
    }

    @Override
    public Optional<Place> find(UUID id) {
        return uploads.findById(id)
                .filter(it -> it.ownerId().equals(current.id()))
                .map(it -> new Place(it.institutionId(), it.unitId(), null));
    }
}
