package id.zitrack.quota;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.inspection.FileType;
import id.zitrack.inspection.RefusedFile;
import id.zitrack.inspection.RefusedFile.Reason;
import id.zitrack.platform.Settings;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Holds uploads to what the caller's institution allows.
 *
 * <p>What an institution uses is counted as versions are added and never summed for an upload. A process killed between
 * an addition and its count leaves the count low; each start counts anew, in one pass.
 */
@Component
public class LimitingUploads {
    private static final Logger log = LoggerFactory.getLogger(LimitingUploads.class);

    private final UploadLimitsRecords records;
    private final MongoTemplate mongo;
    private final KeptBytes kept;
    private final CurrentPerson current;
    private final long ceiling;

    LimitingUploads(
            UploadLimitsRecords records,
            MongoTemplate mongo,
            KeptBytes kept,
            CurrentPerson current,
            Settings settings) {
        this.records = records;
        this.mongo = mongo;
        this.kept = kept;
        this.current = current;
        this.ceiling = settings.upload().maxSize().toBytes();
    }

    /** What this installation allows at most, whatever an institution sets. */
    long ceiling() {
        return ceiling;
    }

    /** The limits of the caller's institution. */
    UploadLimits limits() {
        var institutionId = current.institutionId();
        return records.findById(institutionId).orElseGet(() -> UploadLimits.noneOf(institutionId));
    }

    /** The largest file the caller may bring. */
    public long maxFileBytes() {
        return maxFileBytes(limits());
    }

    long maxFileBytes(UploadLimits limits) {
        var own = limits.maxFileBytes();
        return own == null ? ceiling : Math.min(own, ceiling);
    }

    /** The bytes of all versions the caller's institution keeps, removed ones included: they are still stored. */
    long usedBytes() {
        return Optional.ofNullable(mongo.findById(current.institutionId(), StorageUse.class))
                .map(StorageUse::bytes)
                .orElse(0L);
    }

    /**
     * Refuses a file for which the institution has no room.
     *
     * @throws NoRoomLeft if all its files would be larger together than it allows
     */
    public void requireRoom(long bytes) {
        var most = limits().maxTotalBytes();
        if (most == null) {
            return;
        }
        long used = usedBytes();
        if (used + bytes > most) {
            throw new NoRoomLeft(most, used);
        }
    }

    /** Refuses a type that the institution does not take, though others do. */
    public void requireAccepted(FileType type) {
        if (!limits().accepts(type)) {
            throw new RefusedFile(Reason.NOT_HERE, type.mediaType());
        }
    }

    /** Counts a version that was added. */
    public void count(long bytes) {
        mongo.upsert(
                query(where("_id").is(current.institutionId())), new Update().inc("bytes", bytes), StorageUse.class);
    }

    /** Counts the use of every institution anew. */
    @EventListener(ApplicationReadyEvent.class)
    public void countAnew() {
        try {
            kept.byInstitution().forEach((institutionId, bytes) -> mongo.save(new StorageUse(institutionId, bytes)));
        } catch (RuntimeException e) {
            log.warn("The use of storage was not counted anew: {}", e.getMessage());
        }
    }
}
