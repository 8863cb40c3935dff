package id.zitrack.storage;

import id.zitrack.inspection.FileInspection;
import id.zitrack.inspection.RefusedFile;
import id.zitrack.platform.ObjectStore;
import id.zitrack.quota.LimitingUploads;
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
public class KeepingFile {
    private final ObjectStore store;
    private final StoredFiles files;
    private final Receiving receiving;
    private final LimitingUploads limits;
    private final CheckingFiles checking;
    private final Clock clock;

    KeepingFile(
            ObjectStore store,
            StoredFiles files,
            Receiving receiving,
            LimitingUploads limits,
            CheckingFiles checking,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.receiving = receiving;
        this.limits = limits;
        this.checking = checking;
        this.clock = clock;
    }

    /**
     * Keeps a received file and forgets where it was received. It may still have to wait for a scan.
     *
     * @throws RefusedFile if it cannot be evidence
     */
    public StoredFile keep(ReceivedFile received) {
        try {
            var known = files.findById(received.sha256());
            known.ifPresent(KeepingFile::refuseMalware);
            if (known.isPresent() && known.get().isWhole() && isStored(received)) {
                // The same text is harmless under one name and runs under another.
                if (known.get().type().isText()) {
                    FileInspection.refuseScriptName(received.claimedName());
                }
                limits.requireAccepted(known.get().type());
                return known.get();
            }
            if (known.isEmpty()) {
                limits.requireRoom(received.size());
            }
            var finding = FileInspection.inspect(
                    new StoredContent(store, received.key(), received.size()), received.claimedName());
            limits.requireAccepted(finding.type());
            if (!isStored(received) || known.filter(it -> !it.isWhole()).isPresent()) {
                store.copy(received.key(), StoredFile.key(received.sha256()));
            }
            var file = record(received, finding);
            checking.soon();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read back " + received.key(), e);
        } finally {
            receiving.discard(received.key());
        }
    }

    /** The same bytes are no less dangerous the second time. */
    private static void refuseMalware(StoredFile known) {
        if (known.malware() != null) {
            throw new RefusedFile(RefusedFile.Reason.MALWARE, known.mediaType());
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
                checking.firstState(),
                null,
                finding.textLayer(),
                finding.formulas(),
                checking.firstScan());
        try {
            return files.insert(file);
        } catch (DuplicateKeyException sameFileAtTheSameMoment) {
            var known = files.findById(file.sha256());
            // A file that was withheld because its bytes were damaged has just been given new ones.
            return known.filter(StoredFile::isWhole).orElseGet(() -> files.save(file));
        }
    }
}
