package id.zitrack.storage;

import id.zitrack.platform.NotThere;
import id.zitrack.platform.ObjectStore;
import id.zitrack.platform.Settings;
import id.zitrack.storage.Sweep.Phase;
import id.zitrack.storage.Sweep.Progress;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Reads every stored file again and compares it with what was stored, then looks for halves: records without bytes and
 * bytes without records.
 *
 * <p>Reads no more than a set rate, in memory that does not grow, and saves how far it is, so that it can be killed at
 * any moment. Nothing is deleted. A file that was withheld as damaged and is whole again, because somebody restored it
 * from a backup, is given free.
 */
@Component
class Sweeping {
    private static final Logger log = LoggerFactory.getLogger(Sweeping.class);

    private static final int BATCH = 100;
    private static final int BLOCK = 64 * 1024;
    private static final Duration SAVE_EVERY = Duration.ofSeconds(2);
    private static final int PREFIXES = 256;

    /** An upload stores bytes before it records them; what is younger may still be recorded. */
    static final Duration YOUNG = Duration.ofHours(1);

    private final MongoTemplate mongo;
    private final ObjectStore store;
    private final Damage damage;
    private final FileReferences references;
    private final SweepLease lease;
    private final Clock clock;
    private final long bytesPerSecond;

    Sweeping(
            MongoTemplate mongo,
            ObjectStore store,
            Damage damage,
            FileReferences references,
            SweepLease lease,
            Clock clock,
            Settings settings) {
        this.mongo = mongo;
        this.store = store;
        this.damage = damage;
        this.references = references;
        this.lease = lease;
        this.clock = clock;
        this.bytesPerSecond = settings.keeping().sweepRate().toBytes();
    }

    /**
     * Works on the sweep that is due until it is done.
     *
     * @param goOn asked again and again; once it is false, the sweep is left to whoever comes next
     * @return whether a sweep was finished
     */
    boolean run(BooleanSupplier goOn) {
        var taken = lease.take();
        if (taken.isEmpty()) {
            return false;
        }
        var run = new Run(taken.get(), goOn);
        try {
            run.toTheEnd();
            return true;
        } catch (Stopped stopped) {
            lease.release();
            return false;
        }
    }

    /** Somebody else works now, or this process is about to end. */
    private static final class Stopped extends RuntimeException {
        Stopped() {
            super("The sweep stops here", null, false, false);
        }
    }

    /** One replica's work on a sweep. */
    private final class Run {
        private final BooleanSupplier goOn;
        private final Instant began = clock.instant();
        private long read;
        private Progress progress;
        private Instant saved = began;

        Run(Progress progress, BooleanSupplier goOn) {
            this.progress = progress;
            this.goOn = goOn;
        }

        void toTheEnd() {
            if (progress.phase() == Phase.FILES) {
                readFiles();
                enter(Phase.RECORDS);
            }
            if (progress.phase() == Phase.RECORDS) {
                findUnrecordedFiles();
                enter(Phase.BYTES);
            }
            findUnrecordedBytes();
            mongo.remove(Query.query(Criteria.where("round").lt(progress.round())), Orphan.class);
            if (!lease.finish(progress)) {
                throw new Stopped();
            }
            log.info(
                    "All {} stored files were read again: {} damaged, {} missing",
                    progress.files(),
                    progress.damaged(),
                    progress.missing());
        }

        private void readFiles() {
            for (var batch = nextFiles(); !batch.isEmpty(); batch = nextFiles()) {
                for (var file : batch) {
                    progress = isToBeRead(file) ? progress.past(file, check(file)) : progress.over(file);
                    saveSometimes();
                }
            }
        }

        private List<StoredFile> nextFiles() {
            return mongo.find(
                    Query.query(Criteria.where("_id").gt(progress.after()))
                            .with(Sort.by("_id"))
                            .limit(BATCH),
                    StoredFile.class);
        }

        private Damage.@Nullable Kind check(StoredFile file) {
            var found = compare(file);
            if (found == null) {
                damage.healed(file);
                return null;
            }
            // Once more: what was wrong may have been the line, or the file may just have been brought again.
            found = compare(file);
            if (found != null) {
                damage.found(file, found);
            }
            return found;
        }

        /** What is wrong with the bytes of a file; null if nothing is. */
        private Damage.@Nullable Kind compare(StoredFile file) {
            try (var bytes = new MeasuredStream(store.get(file.key()), Long.MAX_VALUE)) {
                var block = new byte[BLOCK];
                for (int length = bytes.read(block); length >= 0; length = bytes.read(block)) {
                    read += length;
                    saveSometimes();
                    keepPace();
                }
                return bytes.size() == file.size() && bytes.sha256().equals(file.sha256()) ? null : Damage.Kind.DAMAGED;
            } catch (NotThere lost) {
                return Damage.Kind.MISSING;
            } catch (IOException | IllegalStateException unreadable) {
                // Ends the sweep if it is the whole store that cannot be reached.
                store.exists(file.key());
                return Damage.Kind.DAMAGED;
            }
        }

        private void findUnrecordedFiles() {
            var named = new HashMap<String, UUID>();
            references.forEachNeeded((sha256, evidence) -> {
                named.putIfAbsent(sha256, evidence);
                if (named.size() >= BATCH) {
                    reportUnrecorded(named);
                }
            });
            reportUnrecorded(named);
        }

        private void reportUnrecorded(Map<String, UUID> named) {
            var recorded = recorded(named.keySet());
            named.forEach((sha256, evidence) -> {
                if (!recorded.contains(sha256)) {
                    report(new Orphan(sha256, Orphan.Kind.RECORD, null, evidence, now(), progress.round()));
                }
            });
            named.clear();
            saveSometimes();
        }

        private void findUnrecordedBytes() {
            var before = clock.instant().minus(YOUNG);
            for (int prefix = 0; prefix < PREFIXES; prefix++) {
                var stored = store.listStored("sha256/%02x/".formatted(prefix));
                var recorded = new HashSet<String>();
                for (int from = 0; from < stored.size(); from += BATCH) {
                    recorded.addAll(recorded(stored.subList(from, Math.min(stored.size(), from + BATCH)).stream()
                            .map(it -> hashIn(it.key()))
                            .toList()));
                }
                for (var it : stored) {
                    if (!recorded.contains(hashIn(it.key())) && it.at().isBefore(before)) {
                        report(new Orphan(it.key(), Orphan.Kind.BYTES, it.size(), null, now(), progress.round()));
                    }
                }
                saveSometimes();
            }
        }

        private void report(Orphan orphan) {
            log.warn("Half a file: {} {}", orphan.kind(), orphan.id());
            mongo.save(orphan);
        }

        private void enter(Phase next) {
            progress = progress.in(next);
            save();
        }

        private void saveSometimes() {
            if (!goOn.getAsBoolean()) {
                save();
                throw new Stopped();
            }
            if (clock.instant().isAfter(saved.plus(SAVE_EVERY))) {
                save();
            }
        }

        private void save() {
            if (!lease.keep(progress)) {
                throw new Stopped();
            }
            saved = clock.instant();
        }

        private void keepPace() {
            if (bytesPerSecond == 0) {
                return;
            }
            var due = began.plusMillis(read * 1000 / bytesPerSecond);
            var ahead = Duration.between(clock.instant(), due);
            if (ahead.isNegative()) {
                return;
            }
            try {
                Thread.sleep(Math.min(ahead.toMillis(), SAVE_EVERY.toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Stopped();
            }
        }
    }

    private static boolean isToBeRead(StoredFile file) {
        return file.isAvailable() || file.isDamaged();
    }

    private Set<String> recorded(Collection<String> hashes) {
        var query = Query.query(Criteria.where("_id").in(hashes));
        query.fields().include("_id");
        var recorded = new HashSet<String>();
        mongo.find(query, RecordedFile.class).forEach(it -> recorded.add(it.sha256()));
        return recorded;
    }

    private static String hashIn(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
