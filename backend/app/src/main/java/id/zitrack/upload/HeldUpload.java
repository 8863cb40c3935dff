package id.zitrack.upload;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * An upload that nobody else writes to while it is held.
 *
 * <p>It is held until closed, or until {@link #LEASE} after the last sign of life: a process that was killed, or a
 * connection that went silent, does not lock out its sender for longer. Whoever lost it that way cannot write any more,
 * because every change is refused that does not follow the last one.
 */
final class HeldUpload implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(HeldUpload.class);

    private final Uploads uploads;
    private final Clock clock;
    private Upload upload;
    private boolean isLost;

    HeldUpload(Uploads uploads, Clock clock, Upload upload) {
        this.uploads = uploads;
        this.clock = clock;
        this.upload = upload;
    }

    synchronized Upload upload() {
        return upload;
    }

    /**
     * Changes and stores it.
     *
     * @throws UploadLocked if somebody else holds it meanwhile
     */
    synchronized void save(Consumer<Upload> change) {
        if (isLost) {
            throw new UploadLocked(upload.id());
        }
        change.accept(upload);
        upload.holdUntil(clock.instant().plus(LEASE));
        try {
            upload = uploads.save(upload);
        } catch (OptimisticLockingFailureException takenOver) {
            isLost = true;
            throw new UploadLocked(upload.id());
        } catch (RuntimeException e) {
            // What is in memory may not be what is stored.
            isLost = true;
            throw e;
        }
    }

    /** Shows a sign of life; losing it shows when something is to be written. */
    void keep() {
        try {
            save(it -> {});
        } catch (RuntimeException e) {
            log.warn("Could not keep upload {}: {}", upload().id(), e.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        if (isLost) {
            return;
        }
        upload.release();
        try {
            upload = uploads.save(upload);
        } catch (RuntimeException e) {
            log.warn("Upload {} stays locked for a moment: {}", upload.id(), e.getMessage());
        } finally {
            isLost = true;
        }
    }
}
