package id.zitrack.storage;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import id.zitrack.platform.ObjectStore;
import id.zitrack.platform.StoreUnreachable;
import id.zitrack.storage.MalwareScanner.Unreachable;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Scans the files that wait in {@link FileState#CHECKING}, one at a time, until the scanner has judged each.
 *
 * <p>What waits, and when it is tried next, stands in the record of the file: a process that is killed forgets nothing,
 * and any replica goes on. Two replicas that scan the same file come to the same verdict; the time set at the beginning
 * of a scan only keeps that from being usual.
 */
@Component
class CheckingFiles {
    static final String MALWARE = "malware";
    static final String UNREACHABLE = "scanner-unreachable";
    static final String TOO_LARGE = "too-large-to-scan";
    static final String FAILED = "scan-failed";

    private static final Logger log = LoggerFactory.getLogger(CheckingFiles.class);

    /** Uploads are checked at once; this is how soon a file is noticed whose time has come again. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** For so long other replicas leave a file alone that is being scanned. */
    private static final Duration BUSY = Duration.ofSeconds(30);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** A file that the scanner cannot judge waits for another setting of the scanner, not for better weather. */
    private static final Duration LONGEST_WAIT_UNJUDGED = Duration.ofHours(1);

    private static final int BATCH = 20;

    private final MongoTemplate mongo;
    private final ObjectStore store;
    private final Damage damage;
    private final MalwareScanner scanner;
    private final Clock clock;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "file-checks");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean isComing = new AtomicBoolean();

    /** Whether the scanner did not answer the last time: then uploads do not knock, only the next turn does. */
    private volatile boolean silent;

    CheckingFiles(MongoTemplate mongo, ObjectStore store, Damage damage, MalwareScanner scanner, Clock clock) {
        this.mongo = mongo;
        this.store = store;
        this.damage = damage;
        this.scanner = scanner;
        this.clock = clock;
    }

    /** The state in which a file begins that has passed everything but the scanner. */
    FileState firstState() {
        return scanner.isOn() ? FileState.CHECKING : FileState.AVAILABLE;
    }

    /** What is noted about the scan of a new file; nothing where none is scanned. */
    StoredFile.@Nullable Scan firstScan() {
        return scanner.isOn() ? StoredFile.Scan.dueAt(now()) : null;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (scanner.isOn()) {
            // What a killed process was scanning need not wait until its time is over.
            worker.execute(this::makeAllDue);
            worker.scheduleWithFixedDelay(this::work, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void end() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            worker.shutdownNow();
        }
    }

    /** Begins with what is due without waiting for the next turn. */
    void soon() {
        if (!scanner.isOn() || silent || isComing.getAndSet(true)) {
            return;
        }
        try {
            worker.execute(() -> {
                isComing.set(false);
                work();
            });
        } catch (RejectedExecutionException shuttingDown) {
            log.debug("The file waits for the next start");
        }
    }

    /** Has a withheld file judged anew, for example after the signatures were corrected. */
    void again(StoredFile file) {
        mongo.updateFirst(
                query(where("_id").is(file.sha256()).and("state").is(FileState.QUARANTINED)),
                Update.update("state", FileState.CHECKING).unset("reason").set("scan", StoredFile.Scan.dueAt(now())),
                StoredFile.class);
        soon();
    }

    private void makeAllDue() {
        try {
            mongo.updateMulti(waiting(), Update.update("scan.due", now()), StoredFile.class);
        } catch (RuntimeException e) {
            log.warn("Files that wait for a check are looked at when their time comes: {}", e.getMessage());
        }
    }

    private void work() {
        try {
            for (var due = due(); !due.isEmpty(); due = due()) {
                for (var file : due) {
                    if (claim(file) && !check(file)) {
                        return;
                    }
                }
            }
        } catch (RuntimeException e) {
            if (!worker.isShutdown()) {
                log.warn("Files wait longer for their check: {}", e.getMessage());
            }
        }
    }

    private List<StoredFile> due() {
        return mongo.find(
                query(where("state").is(FileState.CHECKING).and("scan.due").lte(now()))
                        .with(Sort.by("scan.due"))
                        .limit(BATCH),
                StoredFile.class);
    }

    private boolean claim(StoredFile file) {
        return mongo.updateFirst(
                                query(where("_id")
                                        .is(file.sha256())
                                        .and("state")
                                        .is(FileState.CHECKING)
                                        .and("scan.due")
                                        .is(scanOf(file).due())),
                                Update.update("scan.due", now().plus(BUSY)),
                                StoredFile.class)
                        .getModifiedCount()
                > 0;
    }

    /** Whether to go on with the next file. */
    private boolean check(StoredFile file) {
        try (var content = new MeasuredStream(damage.watch(file, () -> store.get(file.key())), Long.MAX_VALUE)) {
            // Asked first: signatures that change meanwhile may have the file scanned once too often, never too rarely.
            var database = scanner.database();
            var verdict = scanner.scan(content);
            if (silent) {
                silent = false;
                log.info("The malware scanner answers again");
            }
            switch (verdict.outcome()) {
                case CLEAN -> {
                    requireWhole(file, content);
                    settle(file, FileState.AVAILABLE, null, new StoredFile.Scan(null, 0, now(), null, database));
                }
                case INFECTED -> {
                    log.error("ALARM: stored file {} contains {}. It is withheld.", file.sha256(), verdict.malware());
                    settle(
                            file,
                            FileState.QUARANTINED,
                            MALWARE,
                            new StoredFile.Scan(null, 0, now(), verdict.malware(), database));
                }
                case TOO_LARGE -> {
                    log.warn("{} is larger than the scanner takes (StreamMaxLength); it waits", file.sha256());
                    postpone(file, TOO_LARGE, LONGEST_WAIT_UNJUDGED);
                }
                case FAILED -> {
                    log.warn("The scanner failed on {}; it waits", file.sha256());
                    postpone(file, FAILED, LONGEST_WAIT_UNJUDGED);
                }
            }
            return true;
        } catch (FileNotAvailable damaged) {
            return true;
        } catch (Unreachable e) {
            if (!silent) {
                silent = true;
                log.warn("The malware scanner does not answer; uploads wait: {}", e.getMessage());
            }
            postpone(file, UNREACHABLE, LONGEST_WAIT);
            mongo.updateMulti(
                    query(where("state").is(FileState.CHECKING).and("reason").is(null)),
                    Update.update("reason", UNREACHABLE),
                    StoredFile.class);
            return false;
        } catch (IOException | UncheckedIOException | StoreUnreachable e) {
            postpone(file, null, LONGEST_WAIT);
            return false;
        }
    }

    private void requireWhole(StoredFile file, MeasuredStream content) {
        if (content.size() != file.size() || !content.sha256().equals(file.sha256())) {
            throw damage.found(file, Damage.Kind.DAMAGED);
        }
    }

    private void settle(StoredFile file, FileState state, @Nullable String reason, StoredFile.Scan scan) {
        mongo.updateFirst(
                query(where("_id").is(file.sha256()).and("state").is(FileState.CHECKING)),
                Update.update("state", state).set("reason", reason).set("scan", scan),
                StoredFile.class);
        if (UNREACHABLE.equals(file.reason())) {
            // The scanner is back: nobody waits for the end of their pause.
            mongo.updateMulti(
                    query(where("state").is(FileState.CHECKING).and("reason").is(UNREACHABLE)),
                    Update.update("scan.due", now()).unset("reason"),
                    StoredFile.class);
        }
    }

    private void postpone(StoredFile file, @Nullable String reason, Duration longest) {
        int attempts = scanOf(file).attempts() + 1;
        var pause = Duration.ofSeconds(1L << Math.min(attempts, 20));
        mongo.updateFirst(
                query(where("_id").is(file.sha256()).and("state").is(FileState.CHECKING)),
                Update.update("reason", reason)
                        .set("scan.attempts", attempts)
                        .set("scan.due", now().plus(pause.compareTo(longest) < 0 ? pause : longest)),
                StoredFile.class);
    }

    private static Query waiting() {
        return query(where("state").is(FileState.CHECKING));
    }

    private static StoredFile.Scan scanOf(StoredFile file) {
        var scan = file.scan();
        return scan == null ? StoredFile.Scan.dueAt(file.storedAt()) : scan;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
