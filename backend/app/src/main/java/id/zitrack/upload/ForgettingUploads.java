package id.zitrack.upload;

import id.zitrack.platform.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives the space of uploads free that come to nothing, and what killed processes left behind. What became of an upload
 * is remembered for some days more, so that a late question is told that it is gone and not that it never was.
 */
@Component
class ForgettingUploads {
    private static final Logger log = LoggerFactory.getLogger(ForgettingUploads.class);
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final Uploads uploads;
    private final HoldingUploads holding;
    private final StoringBytes storing;
    private final ObjectStore store;
    private final Clock clock;

    ForgettingUploads(Uploads uploads, HoldingUploads holding, StoringBytes storing, ObjectStore store, Clock clock) {
        this.uploads = uploads;
        this.holding = holding;
        this.storing = storing;
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        try {
            forgetExpired();
            forgetLeftBehind();
        } catch (RuntimeException e) {
            log.warn("Could not look for forgotten uploads: {}", e.getMessage());
        }
    }

    private void forgetExpired() {
        var now = clock.instant();
        for (var upload : uploads.expiredBefore(now)) {
            if (upload.expiresAt().isBefore(now.minus(REMEMBERED))) {
                uploads.deleteById(upload.id());
            } else if (upload.isGone(now) && !upload.isWithdrawn()) {
                withdraw(upload.id());
            }
        }
    }

    /** Withdraws an upload and forgets its bytes. */
    void withdraw(UUID id) {
        try (var held = holding.hold(id)) {
            if (held.upload().outcome() == null) {
                var bytes = held.upload();
                held.save(Upload::withdraw);
                storing.discard(bytes);
            }
        }
    }

    private void forgetLeftBehind() {
        for (var key : store.list(Upload.PLACE)) {
            var id = idOf(key);
            var isInUse = uploads.findById(id)
                    .filter(it -> !it.isWithdrawn() && it.outcome() == null)
                    .isPresent();
            if (!isInUse) {
                store.delete(key);
            }
        }
    }

    private static UUID idOf(String key) {
        return UUID.fromString(key.substring(Upload.PLACE.length(), Upload.PLACE.length() + 36));
    }
}
