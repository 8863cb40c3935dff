package id.zitrack.storage;

import id.zitrack.platform.NotThere;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Raises the alarm when stored bytes are no longer what was stored, and withholds the file from then on. */
@Component
class Damage {
    private static final Logger log = LoggerFactory.getLogger(Damage.class);

    static final String REASON = "broken";

    private final MongoTemplate mongo;
    private final Clock clock;

    Damage(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** What can be wrong with stored bytes. */
    enum Kind {
        /** They are others than were stored. */
        DAMAGED,
        /** They are gone. */
        MISSING
    }

    /** Opens stored bytes; a file whose bytes are lost is damaged too. */
    <T> T watch(StoredFile file, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (NotThere lost) {
            throw found(file, Kind.MISSING);
        }
    }

    /** Withholds the file and returns what to tell the caller. Uploading the same file again repairs it. */
    FileNotAvailable found(StoredFile file, Kind kind) {
        log.error("ALARM: stored file {} is {}. It is withheld from now on.", file.sha256(), kind);
        mongo.updateFirst(
                Query.query(Criteria.where("_id")
                        .is(file.sha256())
                        .and("state")
                        .in(FileState.AVAILABLE, FileState.CHECKING)),
                Update.update("state", FileState.QUARANTINED)
                        .set("reason", REASON)
                        .set(
                                "damage",
                                new RecordedFile.Found(kind, clock.instant().truncatedTo(ChronoUnit.MILLIS))),
                StoredFile.class);
        return new FileNotAvailable(file.sha256(), FileState.QUARANTINED, REASON);
    }

    /** Gives a file free whose bytes turned out to be the right ones again; what nobody has scanned yet waits for it. */
    void healed(StoredFile file) {
        if (!file.isDamaged()) {
            return;
        }
        var freed = mongo.updateFirst(
                Query.query(Criteria.where("_id")
                        .is(file.sha256())
                        .and("state")
                        .is(FileState.QUARANTINED)
                        .and("reason")
                        .is(REASON)),
                Update.update("state", file.awaitsScan() ? FileState.CHECKING : FileState.AVAILABLE)
                        .unset("reason")
                        .unset("damage"),
                StoredFile.class);
        if (freed.getMatchedCount() == 1) {
            log.info("Stored file {} is whole again", file.sha256());
        }
    }
}
