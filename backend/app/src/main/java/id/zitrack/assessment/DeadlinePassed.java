package id.zitrack.assessment;

import id.zitrack.platform.DomainProblem;
import java.time.LocalDate;
import java.util.Map;

/** The period locks answers when the deadline has passed; what is there can still be submitted. */
final class DeadlinePassed extends DomainProblem {
    DeadlinePassed(LocalDate due) {
        super("deadline-passed", 409, "Answers are locked since " + due + ".", Map.of("due", due.toString()));
    }
}
