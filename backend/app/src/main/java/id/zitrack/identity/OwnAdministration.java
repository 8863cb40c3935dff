package id.zitrack.identity;

import id.zitrack.platform.DomainProblem;

/** An administrator cannot lock themselves out. */
final class OwnAdministration extends DomainProblem {
    OwnAdministration() {
        super("own-administration", 409, "Nobody takes away their own administration; another administrator can.");
    }
}
