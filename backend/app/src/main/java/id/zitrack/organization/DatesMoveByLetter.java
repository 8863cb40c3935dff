package id.zitrack.organization;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** A date that is set changes only by a move that names its letter. */
final class DatesMoveByLetter extends DomainProblem {
    DatesMoveByLetter(CalendarEntry entry) {
        super(
                "dates-move-by-letter",
                409,
                entry + " is set and can only be moved by a letter.",
                Map.of("entry", entry.name()));
    }
}
