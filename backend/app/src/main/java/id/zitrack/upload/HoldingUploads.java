package id.zitrack.upload;

import id.zitrack.platform.NotThere;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Gives the right to write to an upload to one request at a time, over all replicas. */
@Component
class HoldingUploads {
    private final Uploads uploads;
    private final Clock clock;
    private final ScheduledExecutorService signs = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "held-uploads");
        thread.setDaemon(true);
        return thread;
    });

    HoldingUploads(Uploads uploads, Clock clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    /** Ends what {@link #whileAlive} began. */
    interface Alive extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes an upload; the caller closes it.
     *
     * @throws UploadLocked if another request holds it
     */
    HeldUpload hold(UUID id) {
        var upload = uploads.findById(id).orElseThrow(() -> new NotThere("upload", id));
        var now = clock.instant();
        if (upload.isHeld(now)) {
            throw new UploadLocked(id);
        }
        upload.passTo(UUID.randomUUID(), now.plus(HeldUpload.LEASE));
        try {
            return new HeldUpload(uploads, clock, uploads.save(upload));
        } catch (OptimisticLockingFailureException somebodyWasFaster) {
            throw new UploadLocked(id);
        }
    }

    /** Keeps an upload held as long as this process lives, also while it is busy with something long. */
    Alive whileAlive(HeldUpload held) {
        var third = HeldUpload.LEASE.toMillis() / 3;
        var sign = signs.scheduleWithFixedDelay(held::keep, third, third, TimeUnit.MILLISECONDS);
        return () -> sign.cancel(false);
    }

    @PreDestroy
    void stop() {
        signs.shutdownNow();
    }
}
