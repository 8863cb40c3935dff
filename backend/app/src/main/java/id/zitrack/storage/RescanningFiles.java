package id.zitrack.storage;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import id.zitrack.platform.ObjectStore;
import id.zitrack.platform.Settings;
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
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Scans available files again that were last held against older signatures than the scanner has now, newest first.
 *
 * <p>They stay available meanwhile. A turn takes no more files and bytes than people would notice, and none while new
 * uploads wait for the scanner. A file is taken by an atomic update, so that each is scanned by one replica.
 */
@Component
class RescanningFiles {
    private static final Logger log = LoggerFactory.getLogger(RescanningFiles.class);

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int MOST_FILES = 50;

    /** For so long other replicas leave a file alone; longer than the scanner may think about one. */
    private static final Duration BUSY = Duration.ofMinutes(5);

    /** A file on which the scanner failed is tried again this much later. */
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);

    private final MongoTemplate mongo;
    private final ObjectStore store;
    private final Damage damage;
    private final MalwareScanner scanner;
    private final Clock clock;
    private final long bytesPerTurn;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "file-rescans");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable Long database;

    /** The files stored after this have been held against {@link #database}; null if all have. */
    private @Nullable Instant place;

    RescanningFiles(
            MongoTemplate mongo,
            ObjectStore store,
            Damage damage,
            MalwareScanner scanner,
            Clock clock,
            Settings settings) {
        this.mongo = mongo;
        this.store = store;
        this.damage = damage;
        this.scanner = scanner;
        this.clock = clock;
        long rate = settings.keeping().sweepRate().toBytes();
        this.bytesPerTurn = rate == 0 ? Long.MAX_VALUE : rate * PAUSE.toSeconds();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (scanner.isOn()) {
            worker.scheduleWithFixedDelay(this::work, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void end() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }

    /** How many available files have not been held against these signatures yet. */
    long remaining(long signatures) {
        return mongo.count(query(outdated(signatures)), StoredFile.class);
    }

    private void work() {
        try {
            var now = scanner.database();
            if (now == null || newUploadsWait()) {
                return;
            }
            if (!now.equals(database)) {
                database = now;
                place = now();
            }
            if (place != null) {
                place = rescan(now, place);
            }
        } catch (Unreachable silent) {
            log.debug("Files are scanned again once the scanner answers", silent);
        } catch (RuntimeException e) {
            if (!worker.isShutdown()) {
                log.warn("Files wait longer to be scanned again: {}", e.getMessage());
            }
        }
    }

    private boolean newUploadsWait() {
        return mongo.exists(
                query(where("state").is(FileState.CHECKING).and("scan.due").lte(now())), StoredFile.class);
    }

    /** One turn; returns where the next one begins, or null once every file has been held against these signatures. */
    private @Nullable Instant rescan(long signatures, Instant from) throws Unreachable {
        var files = next(signatures, from);
        long read = 0;
        for (var file : files) {
            if (read > bytesPerTurn) {
                return file.storedAt();
            }
            if (claim(file, signatures)) {
                scan(file, signatures);
                read += file.size();
            }
        }
        if (files.size() == MOST_FILES) {
            var last = files.get(files.size() - 1).storedAt();
            // Many files of one moment that cannot be scanned now must not hold up those before them.
            return last.isBefore(from) ? last : last.minusMillis(1);
        }
        // What was passed over because it failed or another replica has it, or what came meanwhile, is looked at again.
        return remaining(signatures) > 0 ? now() : null;
    }

    private List<StoredFile> next(long signatures, Instant from) {
        return mongo.find(
                query(outdated(signatures).and("storedAt").lte(from))
                        .with(Sort.by(Sort.Direction.DESC, "storedAt"))
                        .limit(MOST_FILES),
                StoredFile.class);
    }

    private boolean claim(StoredFile file, long signatures) {
        var free = new Criteria()
                .andOperator(
                        outdated(signatures).and("_id").is(file.sha256()),
                        new Criteria()
                                .orOperator(
                                        where("scan.due").is(null),
                                        where("scan.due").lte(now())));
        return mongo.updateFirst(
                                query(free),
                                Update.update("scan.due", now().plus(BUSY)).inc("scan.attempts", 1),
                                StoredFile.class)
                        .getModifiedCount()
                > 0;
    }

    private void scan(StoredFile file, long signatures) throws Unreachable {
        try (var content = new MeasuredStream(damage.watch(file, () -> store.get(file.key())), Long.MAX_VALUE)) {
            var verdict = scanner.scan(content);
            switch (verdict.outcome()) {
                case CLEAN -> {
                    if (content.size() != file.size() || !content.sha256().equals(file.sha256())) {
                        throw damage.found(file, Damage.Kind.DAMAGED);
                    }
                    settle(file, new Update(), new StoredFile.Scan(null, 0, now(), null, signatures));
                }
                case INFECTED -> {
                    log.error(
                            "ALARM: stored file {} contains {}, as signatures {} know. It is withheld.",
                            file.sha256(),
                            verdict.malware(),
                            signatures);
                    settle(
                            file,
                            Update.update("state", FileState.QUARANTINED).set("reason", CheckingFiles.MALWARE),
                            new StoredFile.Scan(null, 0, now(), verdict.malware(), signatures));
                }
                case TOO_LARGE -> {
                    log.warn("{} is larger than the scanner takes (StreamMaxLength); it stays as it is", file.sha256());
                    var before = file.scan();
                    settle(
                            file,
                            new Update(),
                            new StoredFile.Scan(null, 0, before == null ? null : before.at(), null, signatures));
                }
                case FAILED -> {
                    log.warn("The scanner failed on {} when it was scanned again", file.sha256());
                    mongo.updateFirst(
                            query(where("_id").is(file.sha256()).and("state").is(FileState.AVAILABLE)),
                            Update.update("scan.due", now().plus(AFTER_FAILURE)),
                            StoredFile.class);
                }
            }
        } catch (FileNotAvailable damaged) {
            log.debug("{} is withheld as damaged", file.sha256());
        } catch (IOException | UncheckedIOException | StoreUnreachable e) {
            log.warn("{} could not be read to be scanned again: {}", file.sha256(), e.getMessage());
        }
    }

    private void settle(StoredFile file, Update update, StoredFile.Scan scan) {
        mongo.updateFirst(
                query(where("_id").is(file.sha256()).and("state").is(FileState.AVAILABLE)),
                update.set("scan", scan),
                StoredFile.class);
    }

    private static Criteria outdated(long signatures) {
        return where("state")
                .is(FileState.AVAILABLE)
                .orOperator(
                        where("scan.database").is(null), where("scan.database").lt(signatures));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
