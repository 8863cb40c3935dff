package id.zitrack.identity;

import id.zitrack.platform.DomainProblem;

/** Somebody administers this installation already. */
public final class FirstAdministratorNotNeeded extends DomainProblem {
    FirstAdministratorNotNeeded() {
        super("first-administrator-not-needed", 409, "Somebody administers this installation already.");
    }
}
