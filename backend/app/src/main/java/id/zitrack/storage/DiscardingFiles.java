package id.zitrack.storage;

import id.zitrack.platform.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Lets the bytes of a file go that nothing needs any more.
 *
 * <p>Somebody may be uploading the same file at this moment, and there are no transactions. So a file is withheld first
 * and its bytes go only some time later, when whoever had seen it available has long written their record; an upload that
 * finds it withheld stores the bytes anew and makes it available, which ends the discarding. Can be killed between any
 * two steps and goes on where it was.
 */
@Component
public class DiscardingFiles {
    private static final Logger log = LoggerFactory.getLogger(DiscardingFiles.class);

    /** Far longer than an upload takes between finding the file and writing its record. */
    public static final Duration WITHHELD_BEFORE = Duration.ofMinutes(10);

    private static final String REASON = "purged";

    private final MongoTemplate mongo;
    private final ObjectStore store;
    private final ApplicationEventPublisher events;

    DiscardingFiles(MongoTemplate mongo, ObjectStore store, ApplicationEventPublisher events) {
        this.mongo = mongo;
        this.store = store;
        this.events = events;
    }

    /**
     * Takes the next step with one file.
     *
     * @param isNeeded whether something needs it after all; asked at this moment
     * @return whether nothing is left to do: it is gone, or it stays
     */
    public boolean discard(String sha256, Instant now, Predicate<String> isNeeded) {
        var file = mongo.findById(sha256, RecordedFile.class);
        if (file == null) {
            return true;
        }
        if (isNeeded.test(sha256)) {
            if (file.discardAt() != null) {
                takeBack(file);
            }
            return true;
        }
        if (file.discardAt() == null) {
            withhold(file, now);
            return false;
        }
        if (now.isBefore(file.discardAt())) {
            return false;
        }
        store.delete(StoredFile.key(sha256));
        var gone = mongo.remove(stillWaiting(file), RecordedFile.class).getDeletedCount() == 1;
        log.info("Stored file {} was destroyed: {}", sha256, gone);
        if (gone) {
            events.publishEvent(new FileDestroyed(sha256));
        }
        return gone;
    }

    /** What another finding withholds already stays withheld for that, whatever becomes of the discarding. */
    private void withhold(RecordedFile file, Instant now) {
        var update = Update.update("discardAt", now.plus(WITHHELD_BEFORE).truncatedTo(ChronoUnit.MILLIS));
        mongo.updateFirst(
                asItWas(file),
                file.state() == FileState.QUARANTINED
                        ? update
                        : update.set("state", FileState.QUARANTINED).set("reason", REASON),
                RecordedFile.class);
    }

    /** Somebody needs the file after all; its bytes are still there, for it was not withheld long enough. */
    private void takeBack(RecordedFile file) {
        var update = new Update().unset("discardAt");
        mongo.updateFirst(
                asItWas(file),
                REASON.equals(file.reason())
                        ? update.set("state", isScanned(file.sha256()) ? FileState.AVAILABLE : FileState.CHECKING)
                                .unset("reason")
                        : update,
                RecordedFile.class);
    }

    private boolean isScanned(String sha256) {
        var file = mongo.findById(sha256, StoredFile.class);
        return file == null || !file.awaitsScan();
    }

    /** The file, unless an upload has stored it anew since, which ends the discarding. */
    private static Query stillWaiting(RecordedFile file) {
        return Query.query(
                Criteria.where("_id").is(file.sha256()).and("discardAt").is(file.discardAt()));
    }

    /** The file, unless a check or an upload has judged it anew since it was read. */
    private static Query asItWas(RecordedFile file) {
        return Query.query(Criteria.where("_id")
                .is(file.sha256())
                .and("state")
                .is(file.state())
                .and("reason")
                .is(file.reason())
                .and("discardAt")
                .is(file.discardAt()));
    }
}
