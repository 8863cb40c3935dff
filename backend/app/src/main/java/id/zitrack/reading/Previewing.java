package id.zitrack.reading;

import id.zitrack.inspection.Content;
import id.zitrack.inspection.FileType;
import id.zitrack.storage.FileLookup;
import id.zitrack.storage.StoredFile;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Shows the text and tables of a file in the page, on this server and within limits. */
@Component
public class Previewing {
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final FileLookup files;

    // Reading takes processor time and some megabytes; further readers wait for their turn.
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    Previewing(FileLookup files) {
        this.files = files;
    }

    /**
     * The inside of a file that may be opened.
     *
     * @throws NoPreview for types the browser shows itself, and for those nobody can
     * @throws UnreadableDocument if the file cannot be read within the limits
     */
    public Preview of(StoredFile file) {
        var type = file.type();
        if (!type.isText() && !OfficeReading.reads(type)) {
            throw new NoPreview(file.mediaType());
        }
        turns.acquireUninterruptibly();
        try {
            return files.read(file, it -> readWithin(it, type));
        } finally {
            turns.release();
        }
    }

    private static Preview readWithin(Content content, FileType type) {
        try {
            return read(content, type);
        } catch (IOException | StackOverflowError e) {
            throw new UnreadableDocument(String.valueOf(e.getMessage()));
        }
    }

    static Preview read(Content content, FileType type) throws IOException {
        var sink = new PreviewSink();
        if (type.isText()) {
            PlainTextReading.read(content, type, sink);
            return sink.preview(content.size() > PlainTextReading.LARGEST);
        }
        OfficeReading.read(content, type, sink, System.nanoTime() + LONGEST.toNanos());
        return sink.preview(false);
    }
}
