package id.zitrack.quota;

import java.util.Map;
import java.util.UUID;

/** Counts what is really kept; the room that knows the versions of files tells. */
public interface KeptBytes {

    /** The bytes of all versions together, by institution. */
    Map<UUID, Long> byInstitution();
}
