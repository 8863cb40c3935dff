package id.zitrack.evidence;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** An area coordinator answers for some areas only. */
final class QuestionOfOtherArea extends DomainProblem {
    QuestionOfOtherArea(String code) {
        super("not-allowed", 403, "Question " + code + " belongs to an area of somebody else.", Map.of("code", code));
    }
}
