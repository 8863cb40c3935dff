package id.zitrack.identity;

import id.zitrack.platform.DomainProblem;
import java.util.UUID;

/** A home unit or the unit of a role does not exist in this institution. */
final class RoleUnitNotThere extends DomainProblem {
    RoleUnitNotThere(UUID unitId) {
        super("role-unit-not-there", 409, "There is no unit " + unitId + " to belong to.");
    }
}
