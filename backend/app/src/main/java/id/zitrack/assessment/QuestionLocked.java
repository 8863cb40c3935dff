package id.zitrack.assessment;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** The assessors sent other questions back; this one stays as it was. */
final class QuestionLocked extends DomainProblem {
    QuestionLocked(String code) {
        super(
                "question-locked",
                409,
                "Question " + code + " was not sent back and can not be changed.",
                Map.of("code", code));
    }
}
