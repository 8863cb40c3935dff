package id.zitrack.assessment;

import id.zitrack.platform.DomainProblem;
import java.util.List;
import java.util.Map;

/** Questions are blank or unproven and nobody said that this is known. */
final class NotComplete extends DomainProblem {
    NotComplete(List<Gap> blank, List<Gap> unproven) {
        super(
                "not-complete",
                409,
                blank.size() + " questions are blank and " + unproven.size() + " are unproven.",
                Map.of("blank", blank, "unproven", unproven));
    }
}
