package id.zitrack.discussion;

import id.zitrack.assessment.PersonName;
import id.zitrack.identity.Stage;
import java.time.Instant;
import java.util.UUID;

/**
 * A conversation in a list.
 *
 * @param first what it began with, shortened
 * @param last what was said last, shortened; empty if that was taken back
 */
record ConversationLine(
        UUID id,
        UUID assessmentId,
        UUID unitId,
        String unitName,
        String instrument,
        String period,
        Stage stage,
        String code,
        String label,
        Conversation.State state,
        Side side,
        PersonName startedBy,
        String first,
        PersonName lastBy,
        String last,
        Instant lastAt,
        int messages,
        boolean waitsForMe) {}
