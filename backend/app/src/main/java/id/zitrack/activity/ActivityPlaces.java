package id.zitrack.activity;

import id.zitrack.identity.Place;
import id.zitrack.identity.Places;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the access rules whose an activity is. */
@Component
class ActivityPlaces implements Places {
    private final Activities activities;

    ActivityPlaces(Activities activities) {
        this.activities = activities;
    }

    @Override
    public String kind() {
        return "activity";
    }

    @Override
    public Optional<Place> find(UUID id) {
        return activities.findById(id).map(ActivityPlaces::placeOf);
    }

    static Place placeOf(Activity activity) {
        return new Place(activity.institutionId(), activity.unitId(), null);
    }
}
