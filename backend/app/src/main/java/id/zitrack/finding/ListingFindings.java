package id.zitrack.finding;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import id.zitrack.identity.Action;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** The findings on units that the caller may see, the latest first. */
@Component
class ListingFindings {
    private static final Sort ORDER = Sort.by(Sort.Direction.DESC, "recordedAt", "_id");

    private final MongoOperations store;
    private final OrganizationLookup organization;
    private final ShowingFindings showing;
    private final CurrentPerson current;

    ListingFindings(
            MongoOperations store, OrganizationLookup organization, ShowingFindings showing, CurrentPerson current) {
        this.store = store;
        this.organization = organization;
        this.showing = showing;
        this.current = current;
    }

    Page<FindingBody> list(@Nullable UUID unit, Finding.@Nullable State state, @Nullable String cursor, int limit) {
        var units = organization.allUnitsOf(current.institutionId()).keySet().stream()
                .filter(it -> unit == null || it.equals(unit))
                .filter(it -> Action.SEE_FINDINGS.isFor(current.rolesOn(it)))
                .toList();
        var wanted = new ArrayList<Criteria>();
        wanted.add(where("unitId").in(units));
        if (state != null) {
            wanted.add(where("state").is(state));
        }
        if (cursor != null && !cursor.isBlank()) {
            wanted.add(Position.read(cursor).after());
        }
        var found =
                store.find(query(new Criteria().andOperator(wanted)).with(ORDER).limit(limit + 1), Finding.class);
        var page = Page.upTo(limit, found, it -> new Position(it.recordedAt(), it.id()).text());
        return new Page<>(showing.of(page.items()), page.next());
    }

    /** Where a finding stands in the order; as text it is the cursor. */
    private record Position(Instant at, UUID id) {
        static Position read(String cursor) {
            var parts = cursor.split("_", 2);
            try {
                return new Position(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (RuntimeException unreadable) {
                throw new InvalidRequest("cursor", "bukan kursor daftar ini");
            }
        }

        Criteria after() {
            return new Criteria()
                    .orOperator(
                            where("recordedAt").lt(at),
                            where("recordedAt").is(at).and("_id").lt(id));
        }

        String text() {
            return at + "_" + id;
        }
    }
}
