package id.zitrack.storage;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.platform.NotThere;
import id.zitrack.storage.FileChecksController.FileChecks;
import id.zitrack.storage.FileChecksController.InfectedFile;
import id.zitrack.storage.FileChecksController.ScannerState;
import id.zitrack.storage.MalwareScanner.Unreachable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Shows administrators how the checks go, and lets them have a file judged anew.
 *
 * <p>An infected file is everybody's concern, secret evidence is not: administrators see each infected file of their
 * institution by hash and finding, but where it is evidence only as far as they may know of that.
 */
@Component
class WatchingChecks {
    private static final Logger log = LoggerFactory.getLogger(WatchingChecks.class);

    private static final int MOST_SHOWN = 200;

    private final MongoTemplate mongo;
    private final StoredFiles files;
    private final FileReferences references;
    private final MalwareScanner scanner;
    private final CheckingFiles checking;
    private final RescanningFiles rescanning;
    private final CurrentPerson current;

    WatchingChecks(
            MongoTemplate mongo,
            StoredFiles files,
            FileReferences references,
            MalwareScanner scanner,
            CheckingFiles checking,
            RescanningFiles rescanning,
            CurrentPerson current) {
        this.mongo = mongo;
        this.files = files;
        this.references = references;
        this.scanner = scanner;
        this.checking = checking;
        this.rescanning = rescanning;
        this.current = current;
    }

    FileChecks state() {
        var database = database();
        var waiting = where("state").is(FileState.CHECKING);
        var oldest = mongo.findOne(query(waiting).with(Sort.by("scan.due")), StoredFile.class);
        return new FileChecks(
                !scanner.isOn()
                        ? ScannerState.OFF
                        : scanner.isAnswering() ? ScannerState.ANSWERING : ScannerState.SILENT,
                mongo.count(query(waiting), StoredFile.class),
                mongo.count(
                        query(where("state")
                                .is(FileState.CHECKING)
                                .and("reason")
                                .is(CheckingFiles.TOO_LARGE)),
                        StoredFile.class),
                Optional.ofNullable(oldest).map(StoredFile::storedAt).orElse(null),
                database,
                database == null ? 0 : rescanning.remaining(database),
                infected());
    }

    /**
     * Has an infected file judged anew.
     *
     * @throws ScannerIsOff if nothing could judge it
     */
    void again(String sha256) {
        var file = files.findById(sha256)
                .filter(it -> it.malware() != null && isOurs(it))
                .orElseThrow(() -> new NotThere("infected file", sha256));
        if (!scanner.isOn()) {
            throw new ScannerIsOff();
        }
        log.info("{} has {} judged anew, in which {} was found", current.id(), sha256, file.malware());
        checking.again(file);
    }

    /**
     * Opens what still waits for a scanner that is no longer set up.
     *
     * @throws ScannerIsOn if one is: it will come back
     */
    void release() {
        if (scanner.isOn()) {
            throw new ScannerIsOn();
        }
        var released = mongo.updateMulti(
                query(where("state").is(FileState.CHECKING)),
                Update.update("state", FileState.AVAILABLE).unset("reason").unset("scan"),
                StoredFile.class);
        log.warn("{} opened {} files without a scan", current.id(), released.getModifiedCount());
    }

    private @Nullable Long database() {
        try {
            return scanner.isOn() ? scanner.database() : null;
        } catch (Unreachable silent) {
            return null;
        }
    }

    private List<InfectedFile> infected() {
        var withheld = mongo.find(query(where("state").is(FileState.QUARANTINED)), StoredFile.class).stream()
                .filter(it -> it.malware() != null)
                .sorted(Comparator.comparing(WatchingChecks::foundAt).reversed())
                .limit(MOST_SHOWN)
                .toList();
        if (withheld.isEmpty()) {
            return List.of();
        }
        var uses = references.inOwnInstitution(
                withheld.stream().map(StoredFile::sha256).toList());
        return withheld.stream()
                .filter(it -> uses.containsKey(it.sha256()))
                .map(it -> new InfectedFile(
                        it.sha256(),
                        String.valueOf(it.malware()),
                        foundAt(it),
                        Optional.ofNullable(it.scan())
                                .map(StoredFile.Scan::database)
                                .orElse(null),
                        it.size(),
                        Optional.ofNullable(uses.get(it.sha256()))
                                .map(FileReferences.Uses::known)
                                .orElseGet(List::of)))
                .toList();
    }

    private boolean isOurs(StoredFile file) {
        return references.inOwnInstitution(List.of(file.sha256())).containsKey(file.sha256());
    }

    private static Instant foundAt(StoredFile file) {
        return Optional.ofNullable(file.scan()).map(StoredFile.Scan::at).orElse(file.storedAt());
    }
}
