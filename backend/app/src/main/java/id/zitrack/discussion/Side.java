package id.zitrack.discussion;

import id.zitrack.identity.Role;
import java.util.Collection;

/** For whom somebody speaks. */
enum Side {
    UNIT,
    TPI;

    /** The side of a holder of these roles on a unit. */
    static Side of(Collection<Role> roles) {
        return roles.stream().anyMatch(Role::isOfUnit) ? UNIT : TPI;
    }
}
