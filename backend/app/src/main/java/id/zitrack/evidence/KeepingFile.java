package id.zitrack.evidence;

import id.zitrack.platform.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The finishing step of every upload: looks at what arrived and stores it once under its hash.
 *
 * <p>The order is what makes it safe to be killed at any moment: first the bytes under their hash, then the record that
 * says so, then the acknowledgement. Whatever is left over is unreachable, and the next upload of the same file uses
 * it.
 */
@Component
class KeepingFile {
    private final ObjectStore store;
    private final StoredFiles files;
    private final Receiving receiving;
    private final Clock clock;

    KeepingFile(ObjectStore store, StoredFiles files, Receiving receiving, Clock clock) {
        this.store = store;
        this.files = files;
        this.receiving = receiving;
        this.clock = clock;
    }

    /**
     * Keeps a received file and forgets where it was received.
     *
     * @throws RefusedFile if it cannot be evidence
     */
    StoredFile keep(ReceivedFile received) {
        try {
            var known = files.findById(received.sha256());
            if (known.isPresent() && known.get().isAvailable() && isStored(received)) {
                return known.get();
            }
            var finding = FileInspection.inspect(
                    new StoredContent(store, received.key(), received.size()), received.claimedName());
            if (!isStored(received) || known.filter(it -> !it.isAvailable()).isPresent()) {
                store.copy(received.key(), StoredFile.key(received.sha256()));
            }
            return record(received, finding);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read back " + received.key(), e);
        } finally {
            receiving.discard(received.key());
        }
    }

    private boolean isStored(ReceivedFile received) {
        return store.size(StoredFile.key(received.sha256()))
                .filter(size -> size == received.size())
                .isPresent();
    }

    private StoredFile record(ReceivedFile received, FileInspection.Finding finding) {
        var file = new StoredFile(
                received.sha256(),
                received.size(),
                finding.type().mediaType(),
                received.crc32(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                FileState.AVAILABLE,
                null,
                finding.textLayer());
        try {
            return files.insert(file);
        } catch (DuplicateKeyException sameFileAtTheSameMoment) {
            var known = files.findById(file.sha256());
            // A file that was withheld because its bytes were damaged has just been given new ones.
            return known.filter(StoredFile::isAvailable).orElseGet(() -> files.save(file));
        }
    }
}
