package id.zitrack.storage;

import id.zitrack.platform.DomainProblem;

/** The line broke before the whole file was here; nothing of it was kept. */
public final class UploadBroken extends DomainProblem {
    public UploadBroken() {
        super("upload-broken", 400, "The connection ended before the whole file had arrived.");
    }
}
