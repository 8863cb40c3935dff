package id.zitrack.assessment;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import id.zitrack.identity.Place;
import id.zitrack.identity.Places;
import id.zitrack.identity.Stage;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Tells the access rules whose an assessment is and where it stands, without reading its answers. */
@Component
class AssessmentPlaces implements Places {
    private final MongoOperations store;

    AssessmentPlaces(MongoOperations store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "assessment";
    }

    @Override
    public Optional<Place> find(UUID id) {
        return store.query(Assessment.class)
                .as(Whereabouts.class)
                .matching(query(where("_id").is(id)))
                .one()
                .map(it -> new Place(it.institutionId(), it.unitId(), it.stage()));
    }

    record Whereabouts(UUID institutionId, UUID unitId, Stage stage) {}
}
