package id.zitrack.discussion;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

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

/** The conversations the caller takes part in, the latest first, and how many of them wait for the caller. */
@Component
class ListingConversations {
    private static final Sort ORDER = Sort.by(Sort.Direction.DESC, "lastAt", "_id");

    private final MongoOperations store;
    private final OrganizationLookup organization;
    private final Participants participants;
    private final ShowingConversations showing;
    private final CurrentPerson current;

    ListingConversations(
            MongoOperations store,
            OrganizationLookup organization,
            Participants participants,
            ShowingConversations showing,
            CurrentPerson current) {
        this.store = store;
        this.organization = organization;
        this.participants = participants;
        this.showing = showing;
        this.current = current;
    }

    /** @param mine only those in which the caller wrote or was mentioned */
    Page<ConversationLine> list(
            boolean mine, Conversation.@Nullable State state, @Nullable UUID unit, @Nullable String cursor, int limit) {
        var wanted = new ArrayList<Criteria>();
        wanted.add(readable(unit));
        if (mine) {
            wanted.add(where("people").is(current.id()));
        }
        if (state != null) {
            wanted.add(where("state").is(state));
        }
        if (cursor != null && !cursor.isBlank()) {
            wanted.add(Position.read(cursor).after());
        }
        var found =
                store.find(query(new Criteria().andOperator(wanted)).with(ORDER).limit(limit + 1), Conversation.class);
        var page = Page.upTo(limit, found, it -> new Position(it.lastAt(), it.id()).text());
        return new Page<>(showing.lines(page.items()), page.next());
    }

    int waiting() {
        return (int) store
                .query(Conversation.class)
                .as(Conversation.Waiting.class)
                .matching(query(new Criteria()
                        .andOperator(readable(null), where("state").is(Conversation.State.OPEN))))
                .all()
                .stream()
                .filter(showing::waitsForCaller)
                .count();
    }

    /** What the caller may read: of some units all of it, of others what is not secret. */
    private Criteria readable(@Nullable UUID unit) {
        var units = organization.allUnitsOf(current.institutionId()).keySet().stream()
                .filter(it -> unit == null || it.equals(unit))
                .filter(participants::includeCaller)
                .toList();
        var partly = units.stream()
                .filter(it -> !participants.includeCallerInSecrets(it))
                .toList();
        var readable = where("unitId").in(units);
        return partly.isEmpty()
                ? readable
                : readable.norOperator(where("unitId").in(partly).and("secret").is(true));
    }

    /** Where a conversation stands in the order; as text it is the cursor. */
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
                            where("lastAt").lt(at),
                            where("lastAt").is(at).and("_id").lt(id));
        }

        String text() {
            return at + "_" + id;
        }
    }
}
