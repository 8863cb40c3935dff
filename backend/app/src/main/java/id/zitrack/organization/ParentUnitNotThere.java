package id.zitrack.organization;

import id.zitrack.platform.DomainProblem;
import java.util.UUID;

/** The unit named as parent does not exist in this institution. */
final class ParentUnitNotThere extends DomainProblem {
    ParentUnitNotThere(UUID id) {
        super("parent-unit-not-there", 409, "There is no unit " + id + " to be the parent.");
    }
}
