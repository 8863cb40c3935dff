package id.zitrack.trail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which entries are wanted; null means any.
 *
 * @param from when they were recorded, at the earliest
 * @param until when they were recorded, before this
 */
record TrailFilter(
        @Nullable UUID unit,
        @Nullable UUID person,
        @Nullable String kind,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** The entries of an institution that this lets through, but for the time. */
    Criteria of(UUID institutionId) {
        var wanted = Criteria.where("institution").is(institutionId.toString());
        wanted = and(wanted, "unit", unit);
        wanted = and(wanted, "by", person);
        wanted = and(wanted, "kind", kind);
        return and(wanted, "subject", subject);
    }

    private static Criteria and(Criteria wanted, String field, @Nullable Object value) {
        return value == null ? wanted : wanted.and(field).is(value.toString());
    }
}
