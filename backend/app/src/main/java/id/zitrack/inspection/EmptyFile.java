package id.zitrack.inspection;

import id.zitrack.platform.DomainProblem;

/** A file without a single byte proves nothing. */
public final class EmptyFile extends DomainProblem {
    public EmptyFile() {
        super("empty-file", 400, "The file is empty.");
    }
}
