package id.zitrack.assessment;

import id.zitrack.platform.DomainProblem;
import java.util.List;
import java.util.Map;

/** Some of many answers can not be taken, so none was. */
final class AnswersInvalid extends DomainProblem {
    AnswersInvalid(List<BadAnswer> errors) {
        super(
                "invalid-answers",
                400,
                errors.size() + " of the answers can not be taken; none was.",
                Map.of("errors", errors));
    }
}
