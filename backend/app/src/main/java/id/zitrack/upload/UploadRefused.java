package id.zitrack.upload;

import id.zitrack.platform.DomainProblem;

/** The problem that the file of an upload met, told again. */
final class UploadRefused extends DomainProblem {
    UploadRefused(Upload.Refusal refusal) {
        super(refusal.slug(), refusal.status(), refusal.detail(), refusal.extras());
    }
}
