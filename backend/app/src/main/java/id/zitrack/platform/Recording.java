package id.zitrack.platform;

import id.zitrack.platform.TrailEntry.Deed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveCallback;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveCallback;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Writes the entry of the trail for every change of a {@link Recorded} document into that document, so that one atomic
 * write stores both or neither.
 *
 * <p>Entries wait in the field {@code outbox} of the stored document, which the Java class does not have. What waits
 * there when a document is saved again is taken along; one that was carried to the trail in the meantime comes back by
 * this, and is known there by its id.
 */
@Component
public class Recording implements BeforeSaveCallback<Recorded>, AfterSaveCallback<Recorded> {
    /** Holds the entries that wait, oldest first. */
    public static final String OUTBOX = "outbox";

    /** True in a document that ends once its entries have been carried away. */
    public static final String ENDS = "outboxEnds";

    /** Where entries wait that belong to no change. */
    public static final String NOTES = "trailNotes";

    private final ObjectProvider<MongoTemplate> mongo;
    private final ObjectProvider<Relay> relay;
    private final ObjectProvider<Caller> caller;
    private final Clock clock;

    Recording(
            ObjectProvider<MongoTemplate> mongo,
            ObjectProvider<Relay> relay,
            ObjectProvider<Caller> caller,
            Clock clock) {
        this.mongo = mongo;
        this.relay = relay;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public Recorded onBeforeSave(Recorded saved, Document document, String collection) {
        var stored = stored(saved, document, collection);
        var waiting = new ArrayList<Object>();
        List<Facts> before = List.of();
        if (stored != null) {
            if (stored.containsKey(ENDS)) {
                throw new OptimisticLockingFailureException("It was removed in the meantime");
            }
            waiting.addAll(stored.getList(OUTBOX, Object.class, List.of()));
            before = mongo.getObject()
                    .getConverter()
                    .read(saved.getClass(), stored)
                    .facts();
        }
        waiting.addAll(entries(before, saved.facts()));
        if (!waiting.isEmpty()) {
            document.put(OUTBOX, waiting);
        }
        return saved;
    }

    @Override
    public Recorded onAfterSave(Recorded saved, Document document, String collection) {
        if (document.containsKey(OUTBOX)) {
            relay.getObject().wake(collection, Objects.requireNonNull(document.get("_id")));
        }
        return saved;
    }

    /**
     * Takes a document away, as it was read. From the moment that this is stored nobody can change it any more, and a
     * process that is killed then leaves the rest to the next one.
     *
     * @throws OptimisticLockingFailureException if somebody changed or removed it since it was read
     */
    public void remove(Recorded gone) {
        var template = mongo.getObject();
        var entity = entity(gone);
        var id = entity.getIdentifierAccessor(gone).getRequiredIdentifier();
        var version = entity.getRequiredVersionProperty();
        var collection = entity.getCollection();
        var read = entity.getPropertyAccessor(gone).getProperty(version);
        var ended = template.updateFirst(
                Query.query(Criteria.where("_id")
                        .is(id)
                        .and(version.getFieldName())
                        .is(read)
                        .and(ENDS)
                        .is(null)),
                new Update()
                        .push(OUTBOX)
                        .each(entries(gone.facts(), List.of()).toArray())
                        .set(ENDS, true)
                        .inc(version.getFieldName(), 1),
                collection);
        if (ended.getModifiedCount() == 0) {
            throw new OptimisticLockingFailureException("It was changed in the meantime");
        }
        relay.getObject().carry(collection, id);
    }

    /** Notes that the caller is about to see something; stored when this returns. */
    public void seen(Facts what) {
        var id = UUID.randomUUID();
        mongo.getObject()
                .insert(
                        new Document("_id", id)
                                .append(OUTBOX, List.of(stored(entry(what, Deed.SEEN, Facts.about("", "")))))
                                .append(ENDS, true),
                        NOTES);
        relay.getObject().wake(NOTES, id);
    }

    /** What the store holds if it is what is about to be replaced; null if there is nothing or something else. */
    private @Nullable Document stored(Recorded saved, Document document, String collection) {
        var version = entity(saved).getVersionProperty();
        if (version == null || !(document.get(version.getFieldName()) instanceof Number next) || next.longValue() < 1) {
            return null;
        }
        var found = mongo.getObject().findById(Objects.requireNonNull(document.get("_id")), Document.class, collection);
        // With another version the save is about to be refused.
        return found != null
                        && found.get(version.getFieldName()) instanceof Number now
                        && now.longValue() == next.longValue() - 1
                ? found
                : null;
    }

    private List<Document> entries(List<Facts> before, List<Facts> after) {
        var old = byThing(before);
        var fresh = byThing(after);
        var entries = new ArrayList<Document>();
        fresh.forEach((thing, facts) -> {
            var was = old.get(thing);
            var entry = entry(facts, was == null ? Deed.CREATED : Deed.CHANGED, was == null ? nothing(facts) : was);
            if (was == null || !entry.changes().isEmpty()) {
                entries.add(stored(entry));
            }
        });
        old.forEach((thing, facts) -> {
            if (!fresh.containsKey(thing)) {
                entries.add(stored(entry(nothing(facts), Deed.REMOVED, facts)));
            }
        });
        return entries;
    }

    private static Map<List<String>, Facts> byThing(List<Facts> facts) {
        var things = new LinkedHashMap<List<String>, Facts>();
        facts.forEach(it -> things.put(List.of(it.kind(), it.subject()), it));
        return things;
    }

    private static Facts nothing(Facts like) {
        var nothing = Facts.about(like.kind(), like.subject()).ofUnit(like.unitId());
        var institution = like.institutionId();
        return institution == null ? nothing : nothing.of(institution);
    }

    private TrailEntry entry(Facts now, Deed deed, Facts before) {
        var known = caller.getObject();
        var institution = now.institutionId();
        var unit = now.unitId();
        return new TrailEntry(
                UUID.randomUUID(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                known.personId(),
                address(),
                institution == null ? known.institutionId() : institution,
                unit == null ? known.unitId() : unit,
                now.kind(),
                now.subject(),
                deed,
                TrailEntry.changes(before, now));
    }

    private Document stored(TrailEntry entry) {
        var document = new Document();
        mongo.getObject().getConverter().write(entry, document);
        return document;
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }

    private MongoPersistentEntity<?> entity(Recorded recorded) {
        return mongo.getObject().getConverter().getMappingContext().getRequiredPersistentEntity(recorded.getClass());
    }
}
