package id.zitrack.identity;

import id.zitrack.platform.DomainProblem;

/** The sign-in is good, but no administrator has entered a person with this account or verified e-mail. */
final class PersonUnknown extends DomainProblem {
    PersonUnknown() {
        super("person-unknown", 403, "No person of this installation belongs to the account that signed in.");
    }
}
