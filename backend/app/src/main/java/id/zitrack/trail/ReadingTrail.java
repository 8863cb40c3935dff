package id.zitrack.trail;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Reads entries by number. As they are recorded in the order of time, days are a range of numbers too. */
@Component
class ReadingTrail {
    private static final int BATCH = 500;

    private final MongoTemplate mongo;

    ReadingTrail(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * The newest entries first.
     *
     * @param before the number before which to begin; null for the end of the chain
     */
    List<Link> newest(UUID institutionId, TrailFilter filter, @Nullable Long before, int limit) {
        return mongo.find(
                wanted(institutionId, filter, before)
                        .with(Sort.by(Direction.DESC, "seq"))
                        .limit(limit),
                Link.class);
    }

    /** All entries as they are stored, oldest first, in memory that does not grow; to be closed. */
    Stream<Document> stored(UUID institutionId, TrailFilter filter) {
        return mongo.stream(
                wanted(institutionId, filter, null).with(Sort.by("seq")).cursorBatchSize(BATCH),
                Document.class,
                Link.COLLECTION);
    }

    private Query wanted(UUID institutionId, TrailFilter filter, @Nullable Long before) {
        var least = filter.from() == null ? 1 : firstSince(institutionId, filter.from());
        var end = filter.until() == null ? Long.MAX_VALUE : firstSince(institutionId, filter.until());
        return query(filter.of(institutionId).and("seq").gte(least).lt(before == null ? end : Math.min(before, end)));
    }

    /** The number of the first entry recorded since then; beyond all numbers if there is none. */
    private long firstSince(UUID institutionId, Instant since) {
        var first = query(where("institution")
                        .is(institutionId.toString())
                        .and("recorded")
                        .gte(Instants.text(since)))
                .with(Sort.by("recorded", "seq"))
                .limit(1);
        var found = mongo.findOne(first, Link.class);
        return found == null ? Long.MAX_VALUE : found.seq();
    }
}
