package id.zitrack.review;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** The verdict does not fit its question. */
final class VerdictInvalid extends DomainProblem {
    VerdictInvalid(String code, String reason) {
        super("invalid-answer", 400, "Verdict on " + code + ": " + reason, Map.of("code", code, "reason", reason));
    }
}
