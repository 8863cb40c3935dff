package id.zitrack.evidence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.Role;
import id.zitrack.inspection.FileName;
import id.zitrack.inspection.RefusedFile;
import id.zitrack.storage.ReceivedFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Remembers for some time which files were refused, for those who ask where a file has gone. No bytes are kept.
 *
 * <p>Of one institution no more than {@link #MOST} are remembered; the oldest make room.
 */
@Component
class RememberingRejected {
    static final Duration REMEMBERED = Duration.ofDays(30);
    static final int MOST = 1000;

    private static final int MOST_SHOWN = 200;
    private static final Logger log = LoggerFactory.getLogger(RememberingRejected.class);

    private final MongoTemplate mongo;
    private final CurrentPerson current;
    private final Clock clock;

    RememberingRejected(MongoTemplate mongo, CurrentPerson current, Clock clock) {
        this.mongo = mongo;
        this.current = current;
        this.clock = clock;
    }

    void remember(UUID institutionId, UUID unitId, ReceivedFile received, RefusedFile refused, boolean isSecret) {
        var cleaned = FileName.clean(received.claimedName());
        var name = cleaned.substring(0, Math.min(cleaned.length(), FileName.LONGEST));
        mongo.save(new RejectedUpload(
                RejectedUpload.idOf(unitId, current.id(), name, received.sha256()),
                institutionId,
                unitId,
                current.id(),
                now(),
                name,
                received.size(),
                received.sha256(),
                refused.slug(),
                refused.reason().slug(),
                isSecret));
        makeRoom(institutionId);
    }

    /** The latest of the caller's institution that the caller may know of, newest first. */
    List<RejectedUpload> ofInstitution() {
        return latest(where("institutionId").is(current.institutionId()));
    }

    /** The latest of one unit: all for its coordinator, for others what they sent themselves; newest first. */
    List<RejectedUpload> ofUnit(UUID unitId) {
        var isCoordinator = current.rolesOn(unitId).contains(Role.UNIT_COORDINATOR);
        return latest(where("unitId").is(unitId)).stream()
                .filter(it -> isCoordinator || it.by().equals(current.id()))
                .toList();
    }

    @Scheduled(initialDelay = 11, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        try {
            mongo.remove(query(where("at").lt(now().minus(REMEMBERED))), RejectedUpload.class);
        } catch (RuntimeException e) {
            log.warn("Could not forget old refused uploads: {}", e.getMessage());
        }
    }

    private List<RejectedUpload> latest(Criteria criteria) {
        return mongo
                .find(
                        query(criteria.and("at").gte(now().minus(REMEMBERED)))
                                .with(Sort.by(Sort.Direction.DESC, "at"))
                                .limit(MOST_SHOWN),
                        RejectedUpload.class)
                .stream()
                .filter(it -> !it.isSecret() || it.by().equals(current.id()))
                .toList();
    }

    private void makeRoom(UUID institutionId) {
        var tooMany = mongo.findOne(
                query(where("institutionId").is(institutionId))
                        .with(Sort.by(Sort.Direction.DESC, "at"))
                        .skip(MOST),
                RejectedUpload.class);
        if (tooMany != null) {
            mongo.remove(
                    query(where("institutionId").is(institutionId).and("at").lte(tooMany.at())), RejectedUpload.class);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
