package id.zitrack.evidence;

import id.zitrack.platform.NotThere;
import id.zitrack.platform.ObjectStore;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Shows the text and tables of a file in the page, on this server and within limits. */
@Component
class Previewing {
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final StoredFiles files;
    private final ObjectStore store;
    private final Damage damage;
    private final Looks looks;

    // Reading takes processor time and some megabytes; further readers wait for their turn.
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    Previewing(StoredFiles files, ObjectStore store, Damage damage, Looks looks) {
        this.files = files;
        this.store = store;
        this.damage = damage;
        this.looks = looks;
    }

    /**
     * The inside of one version.
     *
     * @throws NoPreview for types the browser shows itself, and for those nobody can
     * @throws UnreadableDocument if the file cannot be read within the limits
     */
    Preview of(Evidence evidence, int number) {
        var version = evidence.versions().stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotThere("version of evidence " + evidence.id(), number));
        var file = files.findById(version.sha256()).orElseThrow(() -> new NotThere("file", version.sha256()));
        if (!file.isAvailable()) {
            throw new FileNotAvailable(file.sha256(), file.state(), String.valueOf(file.reason()));
        }
        var type = file.type();
        if (!type.isText() && !OfficeReading.reads(type)) {
            throw new NoPreview(file.mediaType());
        }
        looks.note(evidence, Looks.At.PREVIEW, number);
        turns.acquireUninterruptibly();
        try {
            return damage.watch(file, () -> read(file, type));
        } finally {
            turns.release();
        }
    }

    private Preview read(StoredFile file, FileType type) {
        try {
            return read(new StoredContent(store, file.key(), file.size()), type);
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
