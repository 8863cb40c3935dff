package id.zitrack.identity;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.UUID;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Counts those who may still manage people. */
@Component
class Administrators {
    private final MongoOperations mongo;

    Administrators(MongoOperations mongo) {
        this.mongo = mongo;
    }

    boolean isNobody() {
        var active = where("profile.active").is(true).and("profile.roles.role").is(Role.INSTITUTION_ADMIN.name());
        return !mongo.exists(query(active), Person.class);
    }

    boolean isNobodyOf(UUID institutionId) {
        var active = where("institutionId")
                .is(institutionId)
                .and("profile.active")
                .is(true)
                .and("profile.roles.role")
                .is(Role.INSTITUTION_ADMIN.name());
        return !mongo.exists(query(active), Person.class);
    }
}
