package id.zitrack.trail;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import id.zitrack.platform.TrailEntry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The chains of all institutions, each of which only grows.
 *
 * <p>The store decides who appends: a place in a chain and the id of an entry are unique. Of two replicas that append at
 * the same moment, one is refused at the first entry it shares a place with, and goes on behind the other. So no gap, no
 * fork and no entry twice, without a lease that could run out at the wrong moment.
 */
@Component
class Chain {
    private static final int TRIES = 100;

    private final MongoTemplate mongo;
    private final Clock clock;

    Chain(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Appends entries of one institution in their order, each unless it is there already. */
    void append(UUID institutionId, List<TrailEntry> entries) {
        for (int tried = 0; tried < TRIES; tried++) {
            var missing = missing(entries);
            if (missing.isEmpty()) {
                return;
            }
            var head = head(institutionId);
            var now = clock.instant();
            var links = new ArrayList<Document>();
            for (var entry : missing) {
                var link = Link.after(head, entry, now);
                links.add(link);
                head = Link.headAt(link);
            }
            try {
                // In order: the store takes none behind one that it refuses.
                mongo.insert(links, Link.COLLECTION);
                note(head);
                return;
            } catch (DataIntegrityViolationException anotherReplicaWasQuicker) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException("The trail of " + institutionId + " grows faster than this replica can follow");
    }

    /** Where a chain ends. */
    Head head(UUID institutionId) {
        var noted = mongo.findById(institutionId, Head.class);
        var head = noted == null ? Head.ofEmpty(institutionId) : noted;
        for (var next = behind(head); next != null; next = behind(head)) {
            head = Link.headAt(next);
        }
        return head;
    }

    private @Nullable Document behind(Head head) {
        return mongo.findOne(
                query(where("institution")
                        .is(head.institutionId().toString())
                        .and("seq")
                        .is(head.seq() + 1)),
                Document.class,
                Link.COLLECTION);
    }

    private List<TrailEntry> missing(List<TrailEntry> entries) {
        var ids = entries.stream().map(it -> it.id().toString()).toList();
        var query = query(where("_id").in(ids));
        query.fields().include("_id");
        var there = new HashSet<String>();
        mongo.find(query, Document.class, Link.COLLECTION).forEach(it -> there.add(it.getString("_id")));
        // An entry may wait in two documents for a moment, never differently.
        var seen = new HashSet<String>();
        return entries.stream()
                .filter(it ->
                        !there.contains(it.id().toString()) && seen.add(it.id().toString()))
                .toList();
    }

    private void note(Head head) {
        var found = mongo.updateFirst(
                query(where("_id").is(head.institutionId()).and("seq").lt(head.seq())),
                Update.update("seq", head.seq()).set("hash", head.hash()).set("recorded", head.recorded()),
                Head.class);
        if (found.getMatchedCount() == 0) {
            try {
                mongo.insert(head);
            } catch (DuplicateKeyException furtherAlready) {
                return;
            }
        }
    }
}
