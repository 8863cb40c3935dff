package id.zitrack.trail;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import id.zitrack.platform.Recorded;
import id.zitrack.platform.Recording;
import id.zitrack.platform.Relay;
import id.zitrack.platform.TrailEntry;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.mapping.PersistentEntity;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Carries what waits in the documents to the chain: soon after each change, and now and then whatever a process that was
 * killed has left.
 *
 * <p>First it appends, then it takes the entries out of the document. Killed in between, it appends them again, and the
 * chain knows them by their ids.
 */
@Component
class Relaying implements Relay {
    private static final Logger log = LoggerFactory.getLogger(Relaying.class);
    private static final int LOOK_EVERY_SECONDS = 60;
    private static final int BATCH = 200;

    /** Every entry has a time, so this finds all that wait. */
    private static final Criteria WAITS = where(Recording.OUTBOX + ".at").gt(Instant.EPOCH);

    private final MongoTemplate mongo;
    private final Chain chain;
    private final Map<String, Set<Object>> woken = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "trail");
        thread.setDaemon(true);
        return thread;
    });

    Relaying(MongoTemplate mongo, Chain chain) {
        this.mongo = mongo;
        this.chain = chain;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        for (var collection : collections()) {
            mongo.indexOps(collection).createIndex(new Index(Recording.OUTBOX + ".at", Sort.Direction.ASC).sparse());
        }
        thread.scheduleWithFixedDelay(() -> attempt(this::carryLeftOver), 0, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void wake(String collection, Object id) {
        woken.computeIfAbsent(collection, it -> ConcurrentHashMap.newKeySet()).add(id);
        try {
            thread.execute(() -> attempt(this::carryWoken));
        } catch (RejectedExecutionException stopping) {
            // Whoever starts next finds it.
            return;
        }
    }

    @Override
    public void carry(String collection, Object id) {
        attempt(() -> carry(collection, Set.of(id)));
    }

    private void carryWoken() {
        woken.forEach((collection, ids) -> {
            while (!ids.isEmpty()) {
                var batch = ids.stream().limit(BATCH).collect(toSet());
                // Before reading: what is woken from now on is carried once more.
                ids.removeAll(batch);
                carry(collection, batch);
            }
        });
    }

    /** Carries everything that waits anywhere. */
    void carryLeftOver() {
        for (var collection : collections()) {
            var query = query(WAITS).limit(BATCH);
            query.fields().include("_id");
            Set<Object> before = Set.of();
            for (var ids = ids(query, collection);
                    !ids.isEmpty() && !ids.equals(before);
                    ids = ids(query, collection)) {
                carry(collection, ids);
                before = ids;
            }
        }
    }

    private Set<Object> ids(Query query, String collection) {
        var ids = new LinkedHashSet<Object>();
        mongo.find(query, Document.class, collection).forEach(it -> ids.add(it.get("_id")));
        return ids;
    }

    private void carry(String collection, Collection<Object> ids) {
        var query = query(where("_id").in(ids));
        query.fields().include(Recording.OUTBOX, Recording.ENDS);
        var outboxes = mongo.find(query, Document.class, collection).stream()
                .map(this::outbox)
                .filter(it -> it.ends() || !it.entries().isEmpty())
                .toList();
        var chains = new LinkedHashMap<UUID, List<TrailEntry>>();
        inOrder(outboxes)
                .forEach(it -> chains.computeIfAbsent(it.institutionId(), none -> new ArrayList<>())
                        .add(it));
        chains.forEach(chain::append);
        outboxes.forEach(it -> empty(collection, it));
    }

    /** By time; those of one document stay in the order in which they were written, whatever the clock said. */
    private static List<TrailEntry> inOrder(List<Outbox> outboxes) {
        record Turn(Instant notBefore, TrailEntry entry) {}
        var turns = new ArrayList<Turn>();
        for (var outbox : outboxes) {
            var latest = Instant.EPOCH;
            for (var entry : outbox.entries()) {
                latest = entry.at().isAfter(latest) ? entry.at() : latest;
                turns.add(new Turn(latest, entry));
            }
        }
        return turns.stream()
                .sorted(comparing(Turn::notBefore))
                .map(Turn::entry)
                .toList();
    }

    /** What waits in one document. */
    private record Outbox(Object id, List<TrailEntry> entries, boolean ends) {}

    private Outbox outbox(Document document) {
        var entries = document.getList(Recording.OUTBOX, Document.class, List.of()).stream()
                .map(it -> mongo.getConverter().read(TrailEntry.class, it))
                .toList();
        return new Outbox(
                Objects.requireNonNull(document.get("_id")), entries, document.getBoolean(Recording.ENDS, false));
    }

    private void empty(String collection, Outbox carried) {
        var document = where("_id").is(carried.id());
        if (carried.ends()) {
            mongo.remove(query(document.and(Recording.ENDS).is(true)), collection);
            return;
        }
        var ids = carried.entries().stream().map(TrailEntry::id).toList();
        mongo.updateFirst(
                query(document),
                new Update().pull(Recording.OUTBOX, new Document("_id", new Document("$in", ids))),
                collection);
    }

    private Set<String> collections() {
        var collections = new TreeSet<String>();
        mongo.getConverter().getMappingContext().getPersistentEntities().stream()
                .filter(it -> Recorded.class.isAssignableFrom(it.getType()))
                .map(PersistentEntity::getType)
                .forEach(it -> collections.add(mongo.getCollectionName(it)));
        collections.add(Recording.NOTES);
        return collections;
    }

    /** What fails now is tried again at the next look. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("Entries wait for the trail: {}", e.toString());
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }
}
