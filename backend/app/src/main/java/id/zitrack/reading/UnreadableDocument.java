package id.zitrack.reading;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** A stored file has an inside that cannot be shown; the file itself can still be downloaded. */
final class UnreadableDocument extends DomainProblem {
    UnreadableDocument(String why) {
        super("unreadable-document", 422, "The document cannot be shown: " + why, Map.of());
    }
}
