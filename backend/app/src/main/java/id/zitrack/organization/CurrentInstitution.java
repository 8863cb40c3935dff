package id.zitrack.organization;

import java.util.UUID;

/** Which institution the caller belongs to; known to the room that knows people. */
public interface CurrentInstitution {

    UUID institutionId();
}
