package id.zitrack.catalog;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.platform.NotThere;
import java.time.Clock;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Takes published instruments out of what the caller's institution offers for new periods, and puts them back. */
@Component
class RetiringInstruments {
    private final Catalog catalog;
    private final MongoOperations mongo;
    private final CurrentPerson current;
    private final Clock clock;

    RetiringInstruments(Catalog catalog, MongoOperations mongo, CurrentPerson current, Clock clock) {
        this.catalog = catalog;
        this.mongo = mongo;
        this.current = current;
        this.clock = clock;
    }

    void retire(InstrumentKey key, String reason) {
        mongo.save(new Retirement(Thresholds.id(requireVisible(key), key), reason, clock.instant(), current.id()));
    }

    void offerAgain(InstrumentKey key) {
        var id = Thresholds.id(requireVisible(key), key);
        mongo.remove(Query.query(Criteria.where("_id").is(id)), Retirement.class);
    }

    private UUID requireVisible(InstrumentKey key) {
        var institution = current.institutionId();
        if (catalog.publication(key, institution).isEmpty()) {
            throw new NotThere("instrument", key);
        }
        return institution;
    }
}
