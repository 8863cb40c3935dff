package id.zitrack.discussion;

import id.zitrack.platform.DomainProblem;
import java.util.Map;
import java.util.UUID;

/** It holds as many messages as it may. */
final class ConversationFull extends DomainProblem {
    ConversationFull(UUID id) {
        super(
                "conversation-full",
                409,
                "Conversation " + id + " holds as many messages as it may.",
                Map.of("most", Conversation.MOST_MESSAGES));
    }
}
