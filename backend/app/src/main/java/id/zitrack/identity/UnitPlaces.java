package id.zitrack.identity;

import id.zitrack.organization.OrganizationLookup;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A unit belongs to itself. */
@Component
class UnitPlaces implements Places {
    private final OrganizationLookup organization;

    UnitPlaces(OrganizationLookup organization) {
        this.organization = organization;
    }

    @Override
    public String kind() {
        return "unit";
    }

    @Override
    public Optional<Place> find(UUID id) {
        return organization.unit(id).map(it -> new Place(it.institutionId(), it.id(), null));
    }
}
