package id.zitrack.upload;

import id.zitrack.platform.DomainProblem;
import java.util.UUID;

/** An upload that was withdrawn, or whose sender stayed away too long; it has to begin again. */
final class UploadGone extends DomainProblem {
    UploadGone(UUID id) {
        super("upload-gone", 410, "Upload " + id + " has expired or was withdrawn.");
    }
}
