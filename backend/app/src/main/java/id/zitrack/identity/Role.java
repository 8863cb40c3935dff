package id.zitrack.identity;

import java.util.Set;

/** What a person does for a work unit or for the whole institution. */
public enum Role {
    UNIT_COORDINATOR,
    AREA_COORDINATOR,
    TPI_MEMBER,
    TPI_LEAD,
    TPI_CONTROLLER,
    INSTITUTION_ADMIN,
    LEADERSHIP;

    static final Set<Role> OF_UNIT = Set.of(UNIT_COORDINATOR, AREA_COORDINATOR);
    static final Set<Role> OF_TPI = Set.of(TPI_MEMBER, TPI_LEAD, TPI_CONTROLLER);

    /** Whether this role answers for a unit, so that its holder may not judge that unit. */
    public boolean isOfUnit() {
        return OF_UNIT.contains(this);
    }

    /** Whether this role judges units as part of the internal assessment team (TPI). */
    public boolean isOfTpi() {
        return OF_TPI.contains(this);
    }
}
