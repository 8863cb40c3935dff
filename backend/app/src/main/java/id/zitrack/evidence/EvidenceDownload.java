package id.zitrack.evidence;

import id.zitrack.identity.Access;
import id.zitrack.platform.Download;
import id.zitrack.platform.NotThere;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Opens a version of evidence by ticket, if the person who got the ticket may still see it. */
@Component
class EvidenceDownload implements Download {
    static final String KIND = "evidence";

    private final EvidenceRecords records;
    private final ContentResponse content;
    private final Access access;

    EvidenceDownload(EvidenceRecords records, ContentResponse content, Access access) {
        this.records = records;
        this.content = content;
        this.access = access;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ResponseEntity<?> open(String what) {
        var parts = what.split("/", 2);
        var id = UUID.fromString(parts[0]);
        if (!access.may("SEE_EVIDENCE", "evidence", id)) {
            throw new AccessDeniedException("No longer allowed");
        }
        var evidence = records.findById(id).orElseThrow(() -> new NotThere("evidence", id));
        return content.of(evidence, Integer.parseInt(parts[1]));
    }

    static String what(UUID id, int version) {
        return id + "/" + version;
    }
}
