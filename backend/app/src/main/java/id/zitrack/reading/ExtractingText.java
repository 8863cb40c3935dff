package id.zitrack.reading;

import id.zitrack.inspection.Content;
import id.zitrack.inspection.FileType;
import id.zitrack.platform.DomainProblem;
import id.zitrack.storage.FileLookup;
import id.zitrack.storage.StoredFile;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes the text out of a stored file without trusting it: whatever the file does to its reader, what comes back is a
 * text, perhaps an empty one.
 */
@Component
class ExtractingText {
    private static final Logger log = LoggerFactory.getLogger(ExtractingText.class);

    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** Readers that did not stop when asked to; beyond so many no further file is read until the next start. */
    private static final int MOST_STUCK = 2;

    private final FileLookup files;
    private final Clock clock;
    private final AtomicInteger stuck = new AtomicInteger();

    ExtractingText(FileLookup files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** Whether there is text to be found in files of this type. */
    static boolean reads(FileType type) {
        return type == FileType.PDF || type.isText() || OfficeReading.reads(type);
    }

    /**
     * Reads the file; to be called for files that are available only.
     *
     * @throws DomainProblem if the store does not give the file
     */
    FileText extract(StoredFile file) throws InterruptedException {
        if (stuck.get() >= MOST_STUCK) {
            return result(file, "", "readers-stuck");
        }
        var content = files.content(file);
        var deadline = System.nanoTime() + LONGEST.toNanos();
        var task = new FutureTask<>(() -> textOf(content, file.type(), deadline));
        var reader = new Thread(task, "evidence-text");
        reader.setDaemon(true);
        reader.setPriority(Thread.MIN_PRIORITY);
        reader.start();
        try {
            return result(file, task.get(LONGEST.toMillis() * 2, TimeUnit.MILLISECONDS), null);
        } catch (TimeoutException e) {
            stuck.incrementAndGet();
            log.warn("Reading the text of {} did not end; the file stays available", file.sha256());
            return result(file, "", "takes-too-long");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DomainProblem ofTheStore && !(ofTheStore instanceof UnreadableDocument)) {
                throw ofTheStore;
            }
            log.info("No text of {}: {}", file.sha256(), String.valueOf(e.getCause()));
            return result(file, "", "unreadable");
        }
    }

    private static String textOf(Content content, FileType type, long deadline) throws IOException {
        if (type == FileType.PDF) {
            return PdfText.read(content, FileText.LONGEST, deadline);
        }
        var sink = new TextSink(FileText.LONGEST);
        if (type.isText()) {
            PlainTextReading.read(content, type, sink);
        } else {
            OfficeReading.read(content, type, sink, deadline);
        }
        return sink.text();
    }

    private FileText result(StoredFile file, String text, @Nullable String failure) {
        return new FileText(file.sha256(), text, failure, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
