package id.zitrack.evidence;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.Role;
import org.springframework.stereotype.Component;

/**
 * Who may know of a piece of evidence.
 *
 * <p>Secret evidence (whistle-blower reports, wealth reports) is for the unit's coordinator, the assessors of the unit
 * and whoever brought it; neither leadership nor administrators see that it exists.
 */
@Component
class Readers {
    private final CurrentPerson current;

    Readers(CurrentPerson current) {
        this.current = current;
    }

    boolean include(Evidence evidence) {
        return !evidence.isRemoved() && mayKnow(evidence);
    }

    /** Whether the caller may know of it, also after it was removed. */
    boolean mayKnow(Evidence evidence) {
        var roles = current.rolesOn(evidence.unitId());
        if (roles.isEmpty()) {
            return false;
        }
        return !evidence.isSecret()
                || roles.contains(Role.UNIT_COORDINATOR)
                || roles.stream().anyMatch(Role::isOfTpi)
                || evidence.createdBy().equals(current.id());
    }
}
