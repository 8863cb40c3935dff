package id.zitrack.evidence;

import id.zitrack.storage.FileLookup;
import id.zitrack.storage.FileState;
import id.zitrack.storage.StoredFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells other rooms which evidence cannot be read any more, whoever asks. */
@Component
public class LostEvidence {
    private static final String REMOVED = "removed";
    private static final String WITHHELD = "withheld";

    private final EvidenceRecords records;
    private final FileLookup files;
    private final FileUses uses;

    LostEvidence(EvidenceRecords records, FileLookup files, FileUses uses) {
        this.records = records;
        this.files = files;
        this.uses = uses;
    }

    /** The evidence one of whose files is withheld. */
    public List<UUID> withheld() {
        return uses.having(files.inState(FileState.QUARANTINED)).stream()
                .map(Evidence::id)
                .toList();
    }

    /** Why each of these proves nothing any more, as a slug, by id; those that still do are left out. */
    public Map<UUID, String> among(Collection<UUID> ids) {
        var evidence = records.findAllById(ids);
        var stored =
                files.find(evidence.stream().map(it -> it.current().sha256()).toList());
        var lost = new HashMap<UUID, String>();
        for (var it : evidence) {
            var file = stored.get(it.current().sha256());
            if (it.isRemoved()) {
                lost.put(it.id(), REMOVED);
            } else if (file != null && isWithheld(file)) {
                lost.put(it.id(), Objects.requireNonNullElse(file.reason(), WITHHELD));
            }
        }
        return lost;
    }

    private static boolean isWithheld(StoredFile file) {
        return file.state() == FileState.QUARANTINED;
    }
}
