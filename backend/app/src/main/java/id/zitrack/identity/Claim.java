package id.zitrack.identity;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** That a name belongs to one person: the name is the key, so that the store lets nobody else have it. */
@Document("claims")
record Claim(@Id String name, UUID personId, Instant at) {}
