package id.zitrack.organization;

import java.util.UUID;

/** Which institution the caller belongs to, and how they are called; known to the room that knows people. */
public interface CurrentInstitution {

    UUID institutionId();

    /** The name of the caller, as it is kept beside what they decide. */
    String personName();
}
