package id.zitrack.evidence;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** The assessors sent other questions back; what proves this one stays as it was. */
final class QuestionNotOpen extends DomainProblem {
    QuestionNotOpen(String code) {
        super(
                "question-locked",
                409,
                "Question " + code + " was not sent back and its evidence cannot be changed.",
                Map.of("code", code));
    }
}
