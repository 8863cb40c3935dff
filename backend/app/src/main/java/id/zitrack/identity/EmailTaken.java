package id.zitrack.identity;

import id.zitrack.platform.DomainProblem;

/** Two people cannot share an e-mail address: it says who somebody is at the first sign-in. */
final class EmailTaken extends DomainProblem {
    EmailTaken(String email) {
        super("email-taken", 409, "Another person has the e-mail address " + email + ".");
    }
}
