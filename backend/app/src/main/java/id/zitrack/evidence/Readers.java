package id.zitrack.evidence;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.Role;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who may know of a piece of evidence.
 *
 * <p>Secret evidence (whistle-blower reports, wealth reports) is for the unit's coordinator, the assessors of the unit
 * and whoever brought it; neither leadership nor administrators see that it exists. A list of readers takes the place
 * of coordinator and assessors: then only those on it, as far as they have a role on the unit at all.
 */
@Component
class Readers {
    private final CurrentPerson current;

    Readers(CurrentPerson current) {
        this.current = current;
    }

    boolean include(Evidence evidence) {
        return !evidence.isRemoved() && know(evidence);
    }

    /** Whether the caller may know that it exists or existed. */
    boolean know(Evidence evidence) {
        var roles = current.rolesOn(evidence.unitId());
        if (roles.isEmpty()) {
            return false;
        }
        return !evidence.isSecret()
                || evidence.createdBy().equals(current.id())
                || isReader(evidence, current.id(), roles);
    }

    /** Whether the caller may read what is said about a question whose evidence is secret by nature. */
    boolean includeSecretsOf(UUID unitId) {
        return areUsual(current.rolesOn(unitId));
    }

    private static boolean isReader(Evidence evidence, UUID person, Set<Role> roles) {
        var named = evidence.details().readers();
        return named == null ? areUsual(roles) : named.contains(person);
    }

    private static boolean areUsual(Set<Role> roles) {
        return roles.contains(Role.UNIT_COORDINATOR) || roles.stream().anyMatch(Role::isOfTpi);
    }
}
