package id.zitrack.storage;

import id.zitrack.platform.Settings;
import id.zitrack.storage.Sweep.Outcome;
import id.zitrack.storage.Sweep.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Lets one replica sweep at a time. A lease that is not renewed ends by itself, so that the sweep of a killed replica is
 * taken over where it was left; a replica that comes back too late finds every one of its writes refused.
 */
@Component
class SweepLease {
    /** Renewed by whoever works; after this time of silence another may take over. */
    static final Duration LENGTH = Duration.ofSeconds(10);

    private final MongoTemplate mongo;
    private final Clock clock;
    private final Duration every;
    private final String id;
    private final String holder = UUID.randomUUID().toString();

    @Autowired
    SweepLease(MongoTemplate mongo, Clock clock, Settings settings) {
        this(mongo, clock, settings.keeping().sweepEvery(), "evidence");
    }

    SweepLease(MongoTemplate mongo, Clock clock, Duration every, String id) {
        this.mongo = mongo;
        this.clock = clock;
        this.every = every;
        this.id = id;
    }

    /** The sweep to work on now; empty if none is due or another replica works on it. */
    Optional<Progress> take() {
        var now = now();
        var sweep = read();
        if (!isDue(sweep, now) || !isFree(sweep, now)) {
            return Optional.empty();
        }
        var taken = mongo.updateFirst(
                Query.query(Criteria.where("_id")
                        .is(id)
                        .andOperator(new Criteria()
                                .orOperator(
                                        Criteria.where("leaseUntil").is(null),
                                        Criteria.where("leaseUntil").lt(now),
                                        Criteria.where("holder").is(holder)))),
                Update.update("holder", holder).set("leaseUntil", now.plus(LENGTH)),
                Sweep.class);
        if (taken.getMatchedCount() == 0) {
            return Optional.empty();
        }
        // Read again: between the look and the lease another replica may have gone on or finished.
        var mine = read();
        var running = mine.running();
        if (running != null) {
            return Optional.of(running);
        }
        if (!isDue(mine, now)) {
            release();
            return Optional.empty();
        }
        var last = mine.last();
        var begun = Progress.begin(last == null ? 1 : last.round() + 1, now);
        return write(Update.update("running", begun).unset("wantedAt")) ? Optional.of(begun) : Optional.empty();
    }

    /** Saves how far the sweep is and keeps the lease; false if another replica has taken over. */
    boolean keep(Progress progress) {
        return write(Update.update("running", progress).set("leaseUntil", now().plus(LENGTH)));
    }

    /** Saves what the sweep came to; false if another replica has taken over. */
    boolean finish(Progress progress) {
        return write(Update.update("last", Outcome.of(progress, now()))
                .unset("running")
                .unset("holder")
                .unset("leaseUntil"));
    }

    /** Lets another replica go on at once. */
    void release() {
        write(new Update().unset("holder").unset("leaseUntil"));
    }

    /** Asks for a sweep before its time; one that is running is enough. */
    void want() {
        read();
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id).and("running").isNull()),
                Update.update("wantedAt", now()),
                Sweep.class);
    }

    Sweep read() {
        var found = mongo.findById(id, Sweep.class);
        if (found != null) {
            return found;
        }
        var fresh = new Sweep(id, null, null, null, null, null);
        try {
            return mongo.insert(fresh);
        } catch (DuplicateKeyException byAnotherReplica) {
            return fresh;
        }
    }

    /** When the next sweep begins by itself; null if never. */
    @Nullable
    Instant next(Sweep sweep) {
        if (every.isZero()) {
            return null;
        }
        var last = sweep.last();
        return last == null ? now() : last.startedAt().plus(every);
    }

    private boolean isDue(Sweep sweep, Instant now) {
        var next = next(sweep);
        return sweep.running() != null || sweep.wantedAt() != null || (next != null && !next.isAfter(now));
    }

    private boolean isFree(Sweep sweep, Instant now) {
        var until = sweep.leaseUntil();
        return until == null || until.isBefore(now) || holder.equals(sweep.holder());
    }

    private boolean write(Update update) {
        return mongo.updateFirst(
                                Query.query(Criteria.where("_id")
                                        .is(id)
                                        .and("holder")
                                        .is(holder)),
                                update,
                                Sweep.class)
                        .getMatchedCount()
                == 1;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
