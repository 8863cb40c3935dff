package id.zitrack.evidence;

import id.zitrack.platform.DomainProblem;

/** The line broke before the whole file was here; nothing of it was kept. */
final class UploadBroken extends DomainProblem {
    UploadBroken() {
        super("upload-broken", 400, "The connection ended before the whole file had arrived.");
    }
}
