package id.zitrack.evidence;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Lists evidence, newest first, as far as the caller may know of it. */
@Component
class ListingEvidence {
    private static final int BATCH = 100;

    private final MongoTemplate mongo;
    private final Readers readers;
    private final CurrentPerson current;

    ListingEvidence(MongoTemplate mongo, Readers readers, CurrentPerson current) {
        this.mongo = mongo;
        this.readers = readers;
        this.current = current;
    }

    /** What to look for; null means all. */
    record Filter(
            @Nullable UUID unit,
            @Nullable String text,
            @Nullable String docType,
            @Nullable String question) {}

    Page<Evidence> list(Filter filter, @Nullable String cursor, int limit) {
        var found = new ArrayList<Evidence>();
        var after = cursor == null || cursor.isBlank() ? null : Position.read(cursor);
        while (found.size() <= limit) {
            var batch = mongo.find(query(filter, after), Evidence.class);
            for (var it : batch) {
                if (readers.include(it)) {
                    found.add(it);
                }
            }
            if (batch.size() < BATCH) {
                break;
            }
            after = Position.of(batch.get(batch.size() - 1));
        }
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        var shown = List.copyOf(found.subList(0, limit));
        return new Page<>(shown, Position.of(shown.get(limit - 1)).text());
    }

    private Query query(Filter filter, @Nullable Position after) {
        var all = new ArrayList<Criteria>();
        all.add(Criteria.where("institutionId").is(current.institutionId()));
        all.add(Criteria.where("removal").is(null));
        if (filter.unit() != null) {
            all.add(Criteria.where("unitId").is(filter.unit()));
        }
        if (filter.docType() != null && !filter.docType().isBlank()) {
            all.add(Criteria.where("details.docType").is(filter.docType()));
        }
        if (filter.question() != null && !filter.question().isBlank()) {
            all.add(Criteria.where("links.code").is(filter.question()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            var words = Pattern.quote(filter.text().strip());
            all.add(new Criteria()
                    .orOperator(
                            Criteria.where("details.title").regex(words, "i"),
                            Criteria.where("details.number").regex(words, "i"),
                            Criteria.where("details.signer").regex(words, "i"),
                            Criteria.where("versions.fileName").regex(words, "i")));
        }
        if (after != null) {
            all.add(new Criteria()
                    .orOperator(
                            Criteria.where("createdAt").lt(after.at()),
                            Criteria.where("createdAt")
                                    .is(after.at())
                                    .and("_id")
                                    .lt(after.id())));
        }
        return Query.query(new Criteria().andOperator(all))
                .with(Sort.by(Sort.Direction.DESC, "createdAt").and(Sort.by(Sort.Direction.DESC, "_id")))
                .limit(BATCH);
    }

    /** Where a list was left. */
    private record Position(Instant at, UUID id) {
        static Position of(Evidence evidence) {
            return new Position(evidence.createdAt(), evidence.id());
        }

        static Position read(String cursor) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(" ");
                return new Position(Instant.ofEpochMilli(Long.parseLong(parts[0])), UUID.fromString(parts[1]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new InvalidRequest("cursor", "is not one of ours");
            }
        }

        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((at.toEpochMilli() + " " + id).getBytes(StandardCharsets.US_ASCII));
        }
    }
}
