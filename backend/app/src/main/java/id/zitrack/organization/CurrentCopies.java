package id.zitrack.organization;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Copies of a few large documents that are read with every request.
 *
 * <p>Each read asks the store for the versions only, so that a change made by another replica is seen at once.
 */
final class CurrentCopies<T extends Versioned> {
    private final MongoOperations mongo;
    private final Class<T> type;
    private final Map<UUID, T> copies = new ConcurrentHashMap<>();

    CurrentCopies(MongoOperations mongo, Class<T> type) {
        this.mongo = mongo;
        this.type = type;
    }

    Optional<T> find(UUID id) {
        return versions(Query.query(Criteria.where("_id").is(id))).stream()
                .flatMap(it -> current(it).stream())
                .findFirst();
    }

    List<T> all() {
        return versions(new Query()).stream()
                .flatMap(it -> current(it).stream())
                .toList();
    }

    private List<Document> versions(Query query) {
        query.fields().include("version");
        return mongo.find(query, Document.class, mongo.getCollectionName(type));
    }

    private Optional<T> current(Document idAndVersion) {
        var id = idAndVersion.get("_id", UUID.class);
        var copy = copies.get(id);
        if (copy != null && idAndVersion.getLong("version").equals(copy.version())) {
            return Optional.of(copy);
        }
        var fresh = mongo.findById(id, type);
        if (fresh == null) {
            return Optional.empty();
        }
        copies.put(id, fresh);
        return Optional.of(fresh);
    }
}
