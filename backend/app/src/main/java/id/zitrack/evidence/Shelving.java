package id.zitrack.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Gives every piece of evidence a numbered place in the rows of its institution and of its unit.
 *
 * <p>A list that is read from the highest number downwards asks for places by name. Document servers answer that from a
 * unique index whatever the number of records; the embedded one answers nothing else without reading all of them.
 */
@Component
class Shelving {
    private final MongoTemplate mongo;
    private final EvidenceRecords records;
    private final FileUses uses;

    Shelving(MongoTemplate mongo, EvidenceRecords records, FileUses uses) {
        this.mongo = mongo;
        this.records = records;
        this.uses = uses;
    }

    /** Stores new evidence at the next place. */
    Evidence insert(Evidence evidence) {
        uses.note(evidence.current().sha256(), evidence.id());
        place(evidence);
        return records.insert(evidence);
    }

    /** The places with these names that are taken. */
    List<Evidence> at(List<String> places, boolean ofUnit) {
        return mongo.find(
                Query.query(Criteria.where(ofUnit ? "unitPlace" : "place").in(places)), Evidence.class);
    }

    /** How far the rows of an institution reach. */
    Shelf shelf(UUID institutionId) {
        return Optional.ofNullable(mongo.findById(institutionId, Shelf.class))
                .map(it -> new Shelf(it.institutionId(), it.total(), orEmpty(it.units())))
                .orElse(new Shelf(institutionId, 0, Map.of()));
    }

    /** Evidence stored by a version that knew no places gets them, in the order in which it came. */
    @EventListener(ApplicationStartedEvent.class)
    void placeOlder() {
        var older = Query.query(Criteria.where("place").is(null)).with(Sort.by("createdAt", "_id"));
        older.fields().include("_id");
        for (var it : mongo.find(older, Unplaced.class, mongo.getCollectionName(Evidence.class))) {
            records.findById(it.id()).filter(found -> found.place() == null).ifPresent(this::placeOlder);
        }
    }

    private void placeOlder(Evidence evidence) {
        evidence.versions().forEach(it -> uses.note(it.sha256(), evidence.id()));
        place(evidence);
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(evidence.id()).and("place").is(null)),
                Update.update("place", evidence.place()).set("unitPlace", evidence.unitPlace()),
                Evidence.class);
    }

    /** The id of evidence without a place. */
    private record Unplaced(UUID id) {}

    private void place(Evidence evidence) {
        Optional<Shelf> before;
        try {
            before = raise(evidence);
        } catch (DuplicateKeyException shelfPutUpAtTheSameMoment) {
            before = raise(evidence);
        }
        var unit = evidence.unitId().toString();
        long total = before.map(Shelf::total).orElse(0L);
        long ofUnit =
                before.map(it -> orEmpty(it.units()).getOrDefault(unit, 0L)).orElse(0L);
        evidence.placeAt(Shelf.place(evidence.institutionId(), total + 1), Shelf.place(evidence.unitId(), ofUnit + 1));
    }

    /** Takes the next number of both rows; gives the state before, as the embedded server's state after is unsafe. */
    private Optional<Shelf> raise(Evidence evidence) {
        return Optional.ofNullable(mongo.findAndModify(
                Query.query(Criteria.where("_id").is(evidence.institutionId())),
                new Update().inc("total", 1L).inc("units." + evidence.unitId(), 1L),
                FindAndModifyOptions.options().returnNew(false).upsert(true),
                Shelf.class));
    }

    private static Map<String, Long> orEmpty(@Nullable Map<String, Long> units) {
        return units == null ? Map.of() : units;
    }
}
