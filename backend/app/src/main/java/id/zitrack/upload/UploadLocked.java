package id.zitrack.upload;

import id.zitrack.platform.DomainProblem;
import java.util.UUID;

/** Another request is writing to this upload, here or on another replica. */
final class UploadLocked extends DomainProblem {
    UploadLocked(UUID id) {
        super("upload-locked", 423, "Another request is writing to upload " + id + ".");
    }
}
