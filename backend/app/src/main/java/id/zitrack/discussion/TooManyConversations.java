package id.zitrack.discussion;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** The question has as many conversations as it may. */
final class TooManyConversations extends DomainProblem {
    TooManyConversations(String code, int most) {
        super(
                "too-many-conversations",
                409,
                "Question " + code + " has as many conversations as it may.",
                Map.of("most", most));
    }
}
