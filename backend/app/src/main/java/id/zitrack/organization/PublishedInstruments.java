package id.zitrack.organization;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Which instruments a period may use; known to the room that keeps instruments. */
public interface PublishedInstruments {

    /** Whether an institution may use an instrument for a new period. */
    enum Offer {
        OFFERED,
        /** What runs on it goes on. */
        RETIRED,
        /** It is not published, or another institution made it for itself. */
        UNKNOWN
    }

    /** The title of a published instrument in the language of the reader. */
    Optional<String> title(String id, String version, Locale language);

    Offer offer(UUID institutionId, String id, String version);
}
