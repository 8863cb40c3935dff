package id.zitrack.storage;

import id.zitrack.inspection.EmptyFile;
import id.zitrack.platform.ObjectStore;
import id.zitrack.quota.LimitingUploads;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes the bytes of an upload into the object store as they come, in memory that does not grow with their number. */
@Component
public class Receiving {
    private static final Logger log = LoggerFactory.getLogger(Receiving.class);

    private static final String PLACE = "incoming/";

    /**
     * Keeps the folder of the embedded store from ever being empty: it removes empty folders, also under the hands of
     * an upload that is just beginning. The name is that of an upload in a far future, so it is never forgotten.
     */
    private static final String KEEPER = PLACE + "9999999999999-keeper";

    /** After this time nobody is sending any more. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final ObjectStore store;
    private final LimitingUploads limits;
    private final Clock clock;

    Receiving(ObjectStore store, LimitingUploads limits, Clock clock) {
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Stores the stream apart from the files people can see.
     *
     * @param declared the size the sender announced, or -1
     * @throws FileTooLarge before the first byte if the size is announced, otherwise at the limit
     * @throws NoRoomLeft before the first byte if the institution has none for a file of the announced size
     */
    public ReceivedFile receive(InputStream body, long declared, String claimedName) {
        long limit = limits.maxFileBytes();
        if (declared > limit) {
            throw new FileTooLarge(limit);
        }
        limits.requireRoom(Math.max(0, declared));
        if (declared == 0) {
            throw new EmptyFile();
        }
        var key = PLACE + clock.millis() + "-" + UUID.randomUUID();
        var measured = new MeasuredStream(body, limit);
        try {
            store.put(key, measured, declared, "application/octet-stream");
            if (declared > 0 && measured.size() != declared) {
                throw new UploadBroken();
            }
            if (measured.size() == 0) {
                throw new EmptyFile();
            }
        } catch (RuntimeException e) {
            discard(key);
            if (measured.broken() != null) {
                throw new UploadBroken();
            }
            if (measured.size() > limit) {
                throw new FileTooLarge(limit);
            }
            throw e;
        }
        return new ReceivedFile(key, claimedName, measured.sha256(), measured.crc32(), measured.size());
    }

    /** Forgets what was received; leaving it behind is harmless and cured at the next start. */
    void discard(String key) {
        try {
            store.delete(key);
        } catch (RuntimeException e) {
            log.warn("Left {} behind: {}", key, e.getMessage());
        }
    }

    @EventListener(ApplicationStartedEvent.class)
    void keepFolder() {
        if (!store.exists(KEEPER)) {
            store.put(KEEPER, new ByteArrayInputStream(new byte[1]), 1, "application/octet-stream");
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void discardForgotten() {
        var before = clock.instant().minus(FORGOTTEN);
        try {
            store.list(PLACE).stream()
                    .filter(it -> startOf(it).isBefore(before))
                    .forEach(this::discard);
        } catch (RuntimeException e) {
            log.warn("Could not look for forgotten uploads: {}", e.getMessage());
        }
    }

    private static Instant startOf(String key) {
        var digits = key.substring(PLACE.length()).replaceAll("-.*", "");
        return digits.matches("[0-9]{1,15}") ? Instant.ofEpochMilli(Long.parseLong(digits)) : Instant.MAX;
    }
}
