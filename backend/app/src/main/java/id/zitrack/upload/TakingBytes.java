package id.zitrack.upload;

import id.zitrack.platform.PartStore;
import id.zitrack.storage.UploadBroken;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the bytes of one request: goes on reading while what came before is being stored, and stores whatever has come
 * when the line breaks, when enough for a part has come, or when something has waited for {@link #WAIT}.
 */
@Component
class TakingBytes {
    /** How long a byte may wait to be stored; a killed process loses no more of what a slow line brought. */
    private static final Duration WAIT = Duration.ofSeconds(2);

    private static final int BLOCK = 64 * 1024;

    private final StoringBytes storing;
    private final Measures measures;
    private final ExecutorService writers = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "storing-upload");
        thread.setDaemon(true);
        return thread;
    });

    TakingBytes(StoringBytes storing, Measures measures) {
        this.storing = storing;
        this.measures = measures;
    }

    /**
     * Appends a body to an upload, as far as bytes are missing.
     *
     * @throws UploadBroken if the line broke; what had come until then is stored
     */
    void take(HeldUpload held, InputStream body) {
        var start = held.upload();
        var measure = measures.take(start.id(), start.offset());
        var waiting = new Waiting();
        var writer = writers.submit(() -> waiting.storeTo(held, storing));
        var isBroken = false;
        try {
            var block = new byte[BLOCK];
            long missing = start.missing();
            while (missing > 0) {
                int read = body.read(block, 0, (int) Math.min(BLOCK, missing));
                if (read < 0) {
                    break;
                }
                if (measure != null) {
                    measure.update(block, 0, read);
                }
                if (!waiting.offer(block, read)) {
                    break;
                }
                missing -= read;
            }
        } catch (IOException e) {
            isBroken = true;
        } finally {
            waiting.end();
        }
        settle(writer);
        if (measure != null && measure.size() == held.upload().offset()) {
            if (held.upload().isComplete()) {
                held.save(it -> it.measured(measure.sha256(), measure.crc32()));
            } else {
                measures.keep(start.id(), measure);
            }
        }
        if (isBroken) {
            throw new UploadBroken();
        }
    }

    private static void settle(Future<?> writer) {
        try {
            writer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void stop() {
        writers.shutdown();
    }

    /** Bytes between the one who reads and the one who stores: at most a part, in two arrays that take turns. */
    private static final class Waiting {
        /** A block more than a part, so that a full array is never less than a part. */
        private static final int MOST = PartStore.LEAST_PART + BLOCK;

        private byte[] bytes = new byte[BLOCK];
        private byte @Nullable [] spare;
        private int length;
        private long since;
        private boolean ended;
        private boolean failed;

        private record Taken(byte[] bytes, int length) {}

        /** Waits for room and adds; returns false if nothing can be stored any more. */
        synchronized boolean offer(byte[] block, int count) {
            while (!failed && length + count > MOST) {
                pause(0);
            }
            if (failed) {
                return false;
            }
            if (length == 0) {
                since = System.nanoTime();
            }
            if (length + count > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(MOST, Math.max(bytes.length * 2, length + count)));
            }
            System.arraycopy(block, 0, bytes, length, count);
            length += count;
            notifyAll();
            return true;
        }

        synchronized void end() {
            ended = true;
            notifyAll();
        }

        private synchronized void fail() {
            failed = true;
            notifyAll();
        }

        void storeTo(HeldUpload held, StoringBytes storing) {
            try {
                for (var taken = take(); taken.length() > 0; taken = take()) {
                    storing.append(held, taken.bytes(), taken.length());
                    giveBack(taken.bytes());
                }
            } catch (RuntimeException | Error e) {
                fail();
                throw e;
            }
        }

        /** Waits until there is something worth storing; nothing if nothing comes any more. */
        private synchronized Taken take() {
            while (!ended && length < PartStore.LEAST_PART) {
                long left = length == 0 ? Long.MAX_VALUE : WAIT.toNanos() - (System.nanoTime() - since);
                if (left <= 0) {
                    break;
                }
                pause(length == 0 ? 0 : left / 1_000_000 + 1);
            }
            var taken = new Taken(bytes, length);
            bytes = spare == null ? new byte[BLOCK] : spare;
            spare = null;
            length = 0;
            notifyAll();
            return taken;
        }

        private synchronized void giveBack(byte[] taken) {
            spare = taken;
        }

        private void pause(long millis) {
            try {
                wait(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
