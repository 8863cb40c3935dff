package id.zitrack.identity;

import id.zitrack.platform.DomainProblem;

/** Two people cannot share the name of a sign-in account. */
final class UsernameTaken extends DomainProblem {
    UsernameTaken(String username) {
        super("username-taken", 409, "Another person has the account name " + username + ".");
    }
}
