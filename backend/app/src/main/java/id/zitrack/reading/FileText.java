package id.zitrack.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The text in a stored file, read once.
 *
 * @param sha256 of the file; also the id
 * @param text its beginning, with single spaces; empty where there is none or it could not be read
 * @param failure why it could not be read; null where it was
 */
@Document("file-texts")
record FileText(@Id String sha256, String text, @Nullable String failure, Instant readAt) {

    /** The most characters kept: about fifteen pages. */
    static final int LONGEST = 40_000;
}
