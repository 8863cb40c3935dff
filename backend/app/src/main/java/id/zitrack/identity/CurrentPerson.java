package id.zitrack.identity;

import java.util.Set;
import java.util.UUID;

/** Who is asking, as the application knows them. */
public interface CurrentPerson {

    UUID id();

    String name();

    UUID institutionId();

    /** Every role held anywhere. */
    Set<Role> roles();

    /**
     * The roles that count on one unit: those assigned to it, to an ancestor (TPI and leadership), or to the whole
     * institution. Roles of the TPI vanish on the person's own unit: nobody judges their own unit.
     */
    Set<Role> rolesOn(UUID unitId);

    /** The areas an area coordinator answers for on a unit; empty means all areas. */
    Set<String> areasOn(UUID unitId);
}
