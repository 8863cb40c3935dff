package id.zitrack.catalog;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Recording;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Takes published instruments out of what the caller's institution offers for new periods, and puts them back. */
@Component
class RetiringInstruments {
    private final Catalog catalog;
    private final MongoOperations mongo;
    private final Recording recording;
    private final CurrentPerson current;
    private final Clock clock;

    RetiringInstruments(
            Catalog catalog, MongoOperations mongo, Recording recording, CurrentPerson current, Clock clock) {
        this.catalog = catalog;
        this.mongo = mongo;
        this.recording = recording;
        this.current = current;
        this.clock = clock;
    }

    /** What an earlier version of the program stored carried no version. */
    @EventListener(ApplicationStartedEvent.class)
    void countOlder() {
        mongo.updateMulti(
                Query.query(Criteria.where("version").is(null)), Update.update("version", 0L), Retirement.class);
    }

    void retire(InstrumentKey key, String reason) {
        var id = Thresholds.id(requireVisible(key), key);
        var standing = mongo.findById(id, Retirement.class);
        mongo.save(new Retirement(
                id, reason, clock.instant(), current.id(), standing == null ? null : standing.version()));
    }

    void offerAgain(InstrumentKey key) {
        var id = Thresholds.id(requireVisible(key), key);
        var standing = mongo.findById(id, Retirement.class);
        if (standing != null) {
            recording.remove(standing);
        }
    }

    private UUID requireVisible(InstrumentKey key) {
        var institution = current.institutionId();
        if (catalog.publication(key, institution).isEmpty()) {
            throw new NotThere("instrument", key);
        }
        return institution;
    }
}
