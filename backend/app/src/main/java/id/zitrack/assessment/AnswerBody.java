package id.zitrack.assessment;

import id.zitrack.identity.PersonView;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One answer as clients read it. */
record AnswerBody(
        String code,
        @Nullable String value,
        @Nullable String note,
        long revision,
        @Nullable PersonName by,
        @Nullable Instant at) {

    static AnswerBody of(AnswerView answer, Map<UUID, PersonView> people) {
        return new AnswerBody(
                answer.code(),
                answer.value(),
                answer.note(),
                answer.revision(),
                PersonName.of(answer.by(), people),
                answer.at());
    }

    /** A question nobody has answered yet. */
    static AnswerBody none(String code) {
        return new AnswerBody(code, null, null, 0, null, null);
    }
}
