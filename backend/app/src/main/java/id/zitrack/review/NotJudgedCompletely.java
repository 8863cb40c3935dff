package id.zitrack.review;

import id.zitrack.platform.DomainProblem;
import java.util.List;
import java.util.Map;

/** Answered questions are left on which no assessor has given a verdict. */
final class NotJudgedCompletely extends DomainProblem {
    NotJudgedCompletely(List<String> codes) {
        super(
                "not-judged-completely",
                409,
                codes.size() + " answered questions have no verdict.",
                Map.of("codes", codes));
    }
}
