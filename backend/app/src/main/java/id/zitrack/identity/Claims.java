package id.zitrack.identity;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Names that only one person can have, such as e-mail addresses.
 *
 * <p>A name is claimed before its person is saved and released after the person has let go of it. What a crash leaves
 * between the two is a claim that its person does not bear out; the next one who wants the name takes it over. Account names
 * are never released: given to somebody else, one would open the first person's access.
 */
@Component
class Claims {
    /** Longer than any save takes: a younger claim may belong to somebody who is just being saved. */
    private static final Duration SETTLING = Duration.ofMinutes(1);

    private static final String USERNAME = "username:";

    private final MongoOperations mongo;
    private final Clock clock;

    Claims(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    static String email(String email) {
        return "email:" + email;
    }

    static String username(String username) {
        return USERNAME + username;
    }

    Optional<UUID> holder(String name) {
        return Optional.ofNullable(mongo.findById(name, Claim.class)).map(Claim::personId);
    }

    /** Claims a name and says whether the person now holds it. */
    boolean claim(String name, UUID personId) {
        var claim = new Claim(name, personId, clock.instant());
        try {
            mongo.insert(claim);
            return true;
        } catch (DuplicateKeyException e) {
            return takeOver(claim);
        }
    }

    void release(String name, UUID personId) {
        mongo.remove(query(where("_id").is(name).and("personId").is(personId)), Claim.class);
    }

    private boolean takeOver(Claim claim) {
        var standing = mongo.findById(claim.name(), Claim.class);
        if (standing == null) {
            return false;
        }
        if (standing.personId().equals(claim.personId())) {
            return true;
        }
        if (standing.at().isAfter(clock.instant().minus(SETTLING)) || isBorneOut(standing)) {
            return false;
        }
        var unchanged = query(where("_id").is(standing.name()).and("personId").is(standing.personId()));
        var taken = new Update().set("personId", claim.personId()).set("at", claim.at());
        return mongo.updateFirst(unchanged, taken, Claim.class).getModifiedCount() == 1;
    }

    private boolean isBorneOut(Claim claim) {
        var holder = mongo.findById(claim.personId(), Person.class);
        if (holder == null) {
            return false;
        }
        return claim.name().startsWith(USERNAME)
                || claim.name().equals(email(holder.profile().email()));
    }
}
