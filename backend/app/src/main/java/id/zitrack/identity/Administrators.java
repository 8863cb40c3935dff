package id.zitrack.identity;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Counts those who may still manage people. */
@Component
class Administrators {
    private static final Criteria ACTIVE =
            where("profile.active").is(true).and("profile.roles.role").is(Role.INSTITUTION_ADMIN.name());

    private final MongoOperations mongo;

    Administrators(MongoOperations mongo) {
        this.mongo = mongo;
    }

    boolean isNobody() {
        return !mongo.exists(query(ACTIVE), Person.class);
    }

    /** Whether nobody but this person administers the institution. */
    boolean isNobodyBut(UUID personId, UUID institutionId) {
        return administratorsOf(institutionId).noneMatch(it -> !it.id().equals(personId));
    }

    boolean isNobodyOf(UUID institutionId) {
        return administratorsOf(institutionId).findAny().isEmpty();
    }

    private Stream<Person> administratorsOf(UUID institutionId) {
        return mongo.find(query(ACTIVE), Person.class).stream()
                .filter(it -> it.institutionId().equals(institutionId));
    }
}
