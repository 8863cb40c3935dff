package id.zitrack.catalog;

import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * That an institution no longer offers an instrument for new periods; what runs goes on.
 *
 * @param id institution and instrument, as for {@link Thresholds}
 */
@Document("instrumentRetirements")
record Retirement(
        @Id String id,
        String reason,
        Instant retiredAt,
        UUID retiredBy,
        @Version @Nullable Long version) implements Recorded {

    @Override
    public List<Facts> facts() {
        return List.of(Thresholds.factsAbout("retirement", id).say("reason", reason));
    }
}
