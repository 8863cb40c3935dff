package id.zitrack.assessment;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** The answer does not fit its question. */
final class AnswerInvalid extends DomainProblem {
    AnswerInvalid(String code, String reason) {
        super("invalid-answer", 400, "Answer to " + code + ": " + reason, Map.of("code", code, "reason", reason));
    }
}
