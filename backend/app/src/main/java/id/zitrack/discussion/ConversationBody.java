package id.zitrack.discussion;

import id.zitrack.assessment.PersonName;
import id.zitrack.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with everything said in it, oldest first.
 *
 * @param revision for {@code If-Match} when its state is changed
 * @param waitsForMe whether it waits for an answer of the caller
 * @param may what the caller may do with it now
 */
record ConversationBody(
        UUID id,
        UUID assessmentId,
        UUID unitId,
        String code,
        String label,
        Conversation.State state,
        List<MessageBody> messages,
        long revision,
        boolean waitsForMe,
        List<Deed> may) {

    /** What can be done. */
    enum Deed {
        WRITE,
        FINISH,
        EDIT,
        REMOVE
    }

    /**
     * One thing somebody said.
     *
     * @param text null once its author took it back
     * @param revision for {@code If-Match} when its words are changed
     */
    record MessageBody(
            UUID id,
            PersonName by,
            Side side,
            Instant at,
            @Nullable String text,
            List<PersonName> mentions,
            long revision,
            @Nullable Instant editedAt,
            boolean removed,
            List<Deed> may) {}

    /** Somebody who takes part. */
    record Participant(UUID id, String name, Side side, Set<Role> roles) {}

    /** How many conversations wait for an answer of the caller. */
    record WaitingCount(int waiting) {}
}
