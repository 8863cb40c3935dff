package id.zitrack.assessment;

import id.zitrack.platform.DomainProblem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody else answered the same question in the meantime; carries their answer so that both can be compared. */
final class AnswerChanged extends DomainProblem {
    private final String code;
    private final transient @Nullable AnswerView answer;

    AnswerChanged(String code, @Nullable AnswerView answer) {
        this(code, answer, Map.of());
    }

    private AnswerChanged(String code, @Nullable AnswerView answer, Map<String, Object> extras) {
        super("answer-changed", 412, "Question " + code + " was answered by somebody else in the meantime.", extras);
        this.code = code;
        this.answer = answer;
    }

    @Nullable
    AnswerView answer() {
        return answer;
    }

    /** The same problem, with the other answer as clients read it. */
    AnswerChanged showing(AnswerBody theirs) {
        return new AnswerChanged(code, answer, Map.of("code", code, "theirs", theirs));
    }
}
