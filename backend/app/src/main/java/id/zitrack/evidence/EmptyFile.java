package id.zitrack.evidence;

import id.zitrack.platform.DomainProblem;

/** A file without a single byte proves nothing. */
final class EmptyFile extends DomainProblem {
    EmptyFile() {
        super("empty-file", 400, "The file is empty.");
    }
}
