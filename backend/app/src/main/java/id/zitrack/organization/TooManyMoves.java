package id.zitrack.organization;

import id.zitrack.platform.DomainProblem;

/** The calendars of an institution keep no more moves and extensions. */
final class TooManyMoves extends DomainProblem {
    TooManyMoves() {
        super("too-many-moves", 409, "There are " + Calendar.MOST_MOVES + " moves and extensions already.");
    }
}
