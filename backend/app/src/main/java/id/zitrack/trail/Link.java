package id.zitrack.trail;

import id.zitrack.platform.TrailEntry;
import id.zitrack.platform.TrailEntry.Change;
import id.zitrack.platform.TrailEntry.Deed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * An entry at its place in the chain of its institution. Everything is stored as text that sorts as it should, because
 * that is what the hash is of.
 *
 * @param seq counts from 1 without a gap
 * @param at by the clock of the server that made the change; clocks of servers differ and may be set back
 * @param recorded when it came into the chain, never before the entry in front of it
 * @param previous the hash of the entry in front of it; of the first, 64 zeros
 * @param hash SHA-256 of {@code previous} and the canonical form of the entry
 */
@org.springframework.data.mongodb.core.mapping.Document(Link.COLLECTION)
@CompoundIndex(def = "{'institution': 1, 'seq': 1}", unique = true)
@CompoundIndex(def = "{'institution': 1, 'unit': 1, 'seq': 1}")
@CompoundIndex(def = "{'institution': 1, 'by': 1, 'seq': 1}")
@CompoundIndex(def = "{'institution': 1, 'kind': 1, 'seq': 1}")
@CompoundIndex(def = "{'institution': 1, 'subject': 1, 'seq': 1}")
@CompoundIndex(def = "{'institution': 1, 'recorded': 1, 'seq': 1}")
record Link(
        @Id String id,
        String institution,
        long seq,
        String at,
        String recorded,
        @Nullable String by,
        @Nullable String address,
        @Nullable String unit,
        String kind,
        String subject,
        Deed deed,
        @Nullable List<Change> changes,
        @Field(Link.PREVIOUS) String previous,
        @Field(Link.HASH) String hash) {
    static final String COLLECTION = "trail";
    static final String PREVIOUS = "previous";
    static final String HASH = "hash";

    List<Change> whatChanged() {
        return changes == null ? List.of() : changes;
    }

    /** An entry behind the end of a chain, as it is stored. */
    static Document after(Head head, TrailEntry entry, Instant now) {
        var recorded = Instants.text(now);
        var link = new Document("_id", entry.id().toString())
                .append("institution", entry.institutionId().toString())
                .append("seq", head.seq() + 1)
                .append("at", Instants.text(entry.at()))
                .append("recorded", recorded.compareTo(head.recorded()) < 0 ? head.recorded() : recorded);
        put(link, "by", entry.by());
        put(link, "address", entry.address());
        put(link, "unit", entry.unitId());
        link.append("kind", entry.kind())
                .append("subject", entry.subject())
                .append("deed", entry.deed().name())
                .append("changes", entry.changes().stream().map(Link::document).toList())
                .append(PREVIOUS, head.hash());
        return link.append(HASH, CanonicalForm.hash(head.hash(), CanonicalForm.of(link)));
    }

    private static Document document(Change change) {
        var document = new Document("field", change.field());
        put(document, "before", change.before());
        put(document, "after", change.after());
        return document;
    }

    private static void put(Document document, String name, @Nullable Object value) {
        if (value != null) {
            document.append(name, value.toString());
        }
    }

    /** The head of a chain that ends with a stored entry. */
    static Head headAt(Document link) {
        return new Head(
                UUID.fromString(Objects.requireNonNull(link.getString("institution"))),
                Objects.requireNonNull(link.getLong("seq")),
                Objects.requireNonNull(link.getString(HASH)),
                Objects.requireNonNull(link.getString("recorded")));
    }
}
