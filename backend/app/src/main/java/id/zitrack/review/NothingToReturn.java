package id.zitrack.review;

import id.zitrack.platform.DomainProblem;

/** Sending back needs a marked question or a message, or the unit would not know what to do. */
final class NothingToReturn extends DomainProblem {
    NothingToReturn() {
        super("nothing-to-return", 409, "Mark a question with a reason or write a message.");
    }
}
