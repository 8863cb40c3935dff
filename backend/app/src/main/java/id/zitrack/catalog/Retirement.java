package id.zitrack.catalog;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * That an institution no longer offers an instrument for new periods; what runs goes on.
 *
 * @param id institution and instrument, as for {@link Thresholds}
 */
@Document("instrumentRetirements")
record Retirement(@Id String id, String reason, Instant retiredAt, UUID retiredBy) {}
