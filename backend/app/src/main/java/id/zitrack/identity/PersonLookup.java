package id.zitrack.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds people for other rooms. */
public interface PersonLookup {

    /** The people with these ids; unknown ids are left out. */
    Map<UUID, PersonView> byIds(Collection<UUID> ids);

    /** The active people whose roles count on a unit, by name; nobody if the unit is not there. */
    List<PersonOnUnit> on(UUID unitId);
}
