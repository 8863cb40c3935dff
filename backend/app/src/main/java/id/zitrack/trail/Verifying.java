package id.zitrack.trail;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Follows the chain of an institution in the store, up to where it ended when that began. */
@Component
class Verifying {
    private static final int BATCH = 500;

    private final MongoTemplate mongo;
    private final Chain chain;

    Verifying(MongoTemplate mongo, Chain chain) {
        this.mongo = mongo;
        this.chain = chain;
    }

    ChainCheck.Result verify(UUID institutionId, ChainCheck.@Nullable Noted noted) {
        var head = chain.head(institutionId);
        var check = new ChainCheck(noted);
        var all = query(where("institution")
                        .is(institutionId.toString())
                        .and("seq")
                        .lte(head.seq()))
                .with(Sort.by("seq"))
                .cursorBatchSize(BATCH);
        try (var links = mongo.stream(all, Document.class, Link.COLLECTION)) {
            var each = links.iterator();
            var whole = true;
            while (whole && each.hasNext()) {
                whole = check.follow(each.next());
            }
        }
        return check.end(head.seq());
    }
}
