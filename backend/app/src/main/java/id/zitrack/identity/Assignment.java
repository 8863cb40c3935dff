package id.zitrack.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One role of one person.
 *
 * @param unitId null for the whole institution
 * @param areas of an area coordinator; empty for all areas
 */
record Assignment(Role role, @Nullable UUID unitId, Set<String> areas) {

    /** Roles of a unit hold on that unit alone; the TPI and leadership also hold on everything below it. */
    boolean covers(UUID unit, List<UUID> ancestors) {
        return unitId == null || unitId.equals(unit) || (!role.isOfUnit() && ancestors.contains(unitId));
    }

    void requireInPlace() {
        if (role.isOfUnit() && unitId == null) {
            throw new RoleNeedsUnit(role);
        }
        if (role == Role.INSTITUTION_ADMIN && unitId != null) {
            throw new RoleOfInstitution(role);
        }
        if (role != Role.AREA_COORDINATOR && !areas.isEmpty()) {
            throw new RoleWithoutAreas(role);
        }
    }
}
