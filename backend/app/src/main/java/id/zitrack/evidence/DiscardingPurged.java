package id.zitrack.evidence;

import id.zitrack.platform.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Lets the bytes of destroyed evidence go, unless another record needs them.
 *
 * <p>Somebody may be uploading the same file at this moment, and there are no transactions. So a file is withheld first
 * and its bytes go only some time later, when whoever had seen it available has long written their record; an upload that
 * finds it withheld stores the bytes anew and makes it available, which ends the discarding. Can be killed between any
 * two steps and goes on where it was.
 */
@Component
class DiscardingPurged {
    private static final Logger log = LoggerFactory.getLogger(DiscardingPurged.class);

    /** Far longer than an upload takes between finding the file and writing its record. */
    static final Duration WITHHELD_BEFORE = Duration.ofMinutes(10);

    static final String REASON = "purged";

    private static final int MOST_AT_ONCE = 100;

    private final MongoTemplate mongo;
    private final ObjectStore store;
    private final FileTexts texts;
    private final LimitingUploads limits;
    private final ChangingEvidence changing;
    private final Clock clock;

    DiscardingPurged(
            MongoTemplate mongo,
            ObjectStore store,
            FileTexts texts,
            LimitingUploads limits,
            ChangingEvidence changing,
            Clock clock) {
        this.mongo = mongo;
        this.store = store;
        this.texts = texts;
        this.limits = limits;
        this.changing = changing;
        this.clock = clock;
    }

    /** Takes the next step with everything that waits for one. */
    void run() {
        run(clock.instant());
    }

    void run(Instant now) {
        var query = Query.query(Criteria.where("purge.done").is(false)).limit(MOST_AT_ONCE);
        query.fields().include("versions.sha256", "purge");
        for (var evidence : mongo.find(query, NamedFiles.class)) {
            var hashes = evidence.versions().stream()
                    .map(NamedFiles.Named::sha256)
                    .distinct()
                    .toList();
            // Every file takes its step, also when an earlier one is not done.
            var isDone = hashes.stream().filter(it -> isDone(it, now)).count() == hashes.size();
            if (isDone) {
                finish(evidence.id());
            }
        }
    }

    private boolean isDone(String sha256, Instant now) {
        var file = mongo.findById(sha256, RecordedFile.class);
        if (file == null) {
            return true;
        }
        if (isNeeded(sha256)) {
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
        texts.deleteById(sha256);
        log.info("Stored file {} was destroyed: {}", sha256, gone);
        return gone;
    }

    private boolean isNeeded(String sha256) {
        return mongo.exists(
                Query.query(Criteria.where("versions.sha256")
                        .is(sha256)
                        .and("purge")
                        .is(null)),
                NamedFiles.class);
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

    private void finish(UUID evidenceId) {
        changing.change(evidenceId, Evidence::isPurged, evidence -> {
            evidence.purged();
            return true;
        });
        limits.countAnew();
    }
}
