package id.zitrack.discussion;

import id.zitrack.platform.DomainProblem;
import java.util.UUID;

/** Only whoever asked, or who leads, says that a conversation is done. */
final class NotYoursToFinish extends DomainProblem {
    NotYoursToFinish(UUID id) {
        super("not-yours-to-finish", 403, "Conversation " + id + " is finished by whoever asked, or by a lead.");
    }
}
