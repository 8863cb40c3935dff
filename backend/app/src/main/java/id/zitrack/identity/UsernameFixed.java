package id.zitrack.identity;

import id.zitrack.platform.DomainProblem;

/** An account name stays with its person for good: given to somebody else, it would open the first person's access. */
final class UsernameFixed extends DomainProblem {
    UsernameFixed(String username) {
        super("username-fixed", 409, "The account name " + username + " cannot change any more.");
    }
}
