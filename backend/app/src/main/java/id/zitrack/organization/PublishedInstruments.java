package id.zitrack.organization;

import java.util.Locale;
import java.util.Optional;

/** Which instruments a period may use; known to the room that keeps instruments. */
public interface PublishedInstruments {

    /** The title of a published instrument in the language of the reader. */
    Optional<String> title(String id, String version, Locale language);
}
