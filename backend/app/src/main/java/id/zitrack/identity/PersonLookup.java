package id.zitrack.identity;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Finds people for other rooms. */
public interface PersonLookup {

    /** The people with these ids; unknown ids are left out. */
    Map<UUID, PersonView> byIds(Collection<UUID> ids);
}
