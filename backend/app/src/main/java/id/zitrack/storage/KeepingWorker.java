package id.zitrack.storage;

import id.zitrack.platform.DomainProblem;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Does in the background what keeps files safe: the sweep when it is due, and what other rooms have to do for it. */
@Component
class KeepingWorker {
    private static final Logger log = LoggerFactory.getLogger(KeepingWorker.class);
    private static final int LOOK_EVERY_SECONDS = 60;

    private final Sweeping sweeping;
    private final List<KeepingTask> tasks;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "evidence-keeping");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    KeepingWorker(Sweeping sweeping, List<KeepingTask> tasks) {
        this.sweeping = sweeping;
        this.tasks = tasks;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        // First once the lease of a process that was killed a moment ago has ended.
        var first = SweepLease.LENGTH.plusSeconds(1).toSeconds();
        thread.scheduleWithFixedDelay(this::work, first, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Looks at once whether there is something to do. */
    void wake() {
        thread.execute(this::work);
    }

    private void work() {
        tasks.forEach(it -> attempt(it.name(), it::run));
        attempt("Reading stored files again", () -> sweeping.run(() -> !stopping));
    }

    /** What fails now is tried again at the next look. */
    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (DomainProblem unreachable) {
            log.warn("{} has to wait: {}", what, unreachable.getMessage());
        } catch (RuntimeException e) {
            log.error("{} failed", what, e);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        thread.shutdown();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }
}
