package id.zitrack.evidence;

import java.util.List;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The evidence that has or is about to get a version with this file. Written before the evidence itself, so it may name
 * too many and never too few: whoever reads it looks at the evidence too.
 *
 * @param sha256 of the file; also the id, so that both kinds of document server find it without searching
 */
@Document("file-uses")
record FileUse(@Id String sha256, List<UUID> evidence) {}
