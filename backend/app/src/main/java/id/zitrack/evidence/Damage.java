package id.zitrack.evidence;

import id.zitrack.platform.NotThere;
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

    private static final String REASON = "broken";

    private final MongoTemplate mongo;

    Damage(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Opens stored bytes; a file whose bytes are lost is damaged too. */
    <T> T watch(StoredFile file, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (NotThere lost) {
            throw found(file, "its bytes are lost");
        }
    }

    /** Withholds the file and returns what to tell the caller. Uploading the same file again repairs it. */
    FileNotAvailable found(StoredFile file, String what) {
        log.error("ALARM: stored file {} is damaged: {}. It is withheld from now on.", file.sha256(), what);
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(file.sha256())),
                Update.update("state", FileState.QUARANTINED).set("reason", REASON),
                StoredFile.class);
        return new FileNotAvailable(file.sha256(), FileState.QUARANTINED, REASON);
    }
}
