package id.zitrack.storage;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** A file above the limit of this installation. */
public final class FileTooLarge extends DomainProblem {
    public FileTooLarge(long limit) {
        super("too-large", 413, "Files may have at most " + limit + " bytes.", Map.of("limit", limit));
    }
}
