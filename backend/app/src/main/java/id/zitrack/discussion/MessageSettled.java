package id.zitrack.discussion;

import id.zitrack.platform.DomainProblem;
import java.util.UUID;

/** The message can no longer be changed. */
final class MessageSettled extends DomainProblem {
    MessageSettled(UUID id) {
        super(
                "message-settled",
                409,
                "Message " + id + " is older than " + Conversation.EDITABLE.toMinutes()
                        + " minutes or was taken back.");
    }
}
