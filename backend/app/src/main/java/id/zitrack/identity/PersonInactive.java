package id.zitrack.identity;

import id.zitrack.platform.DomainProblem;

/** An administrator has withdrawn this person's access. */
final class PersonInactive extends DomainProblem {
    PersonInactive() {
        super("person-inactive", 403, "An administrator has withdrawn the access of the person who signed in.");
    }
}
