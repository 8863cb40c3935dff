package id.zitrack.evidence;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** As much of an evidence record as says which files it needs. */
@Document("evidence")
record NamedFiles(@Id UUID id, List<Named> versions, Evidence.@Nullable Purge purge) {
    record Named(String sha256) {}
}
