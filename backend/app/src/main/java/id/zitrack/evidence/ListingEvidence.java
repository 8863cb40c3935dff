package id.zitrack.evidence;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import id.zitrack.assessment.AssessmentLine;
import id.zitrack.assessment.AssessmentLookup;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.Page;
import id.zitrack.reading.Words;
import id.zitrack.storage.FileLookup;
import id.zitrack.storage.FileState;
import id.zitrack.storage.StoredFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Lists evidence, newest first, as far as the caller may know of it.
 *
 * <p>A list without filters is read place by place ({@link Shelving}), as fast for many records as for few. Words are
 * looked for in {@link EvidenceWords}, other filters in the evidence itself; the embedded document server reads all of
 * these, so they take longer the more there is.
 */
@Component
class ListingEvidence {
    private static final int BATCH = 100;
    private static final int MOST_WORDS = 8;

    /** Files that are not available are few; should they be more, the newest are not all found. */
    private static final int MOST_UNAVAILABLE = 1_000;

    private final MongoTemplate mongo;
    private final EvidenceRecords records;
    private final FileLookup files;
    private final Shelving shelving;
    private final AssessmentLookup assessments;
    private final OrganizationLookup organization;
    private final Readers readers;
    private final CurrentPerson current;

    ListingEvidence(
            MongoTemplate mongo,
            EvidenceRecords records,
            FileLookup files,
            Shelving shelving,
            AssessmentLookup assessments,
            OrganizationLookup organization,
            Readers readers,
            CurrentPerson current) {
        this.mongo = mongo;
        this.records = records;
        this.files = files;
        this.shelving = shelving;
        this.assessments = assessments;
        this.organization = organization;
        this.readers = readers;
        this.current = current;
    }

    /**
     * What to look for; null means all.
     *
     * @param text words that must all begin a word of the description or of the file
     * @param period in which it proves something
     */
    record Filter(
            @Nullable UUID unit,
            @Nullable String text,
            @Nullable String docType,
            @Nullable String question,
            @Nullable UUID period,
            @Nullable FileState state) {

        List<String> words() {
            return text == null ? List.of() : Words.sought(text, MOST_WORDS);
        }

        /** Whether nearly every record fits, so that reading place by place soon fills a page. */
        private boolean isWide() {
            return words().isEmpty()
                    && blank(docType)
                    && blank(question)
                    && period == null
                    && (state == null || state == FileState.AVAILABLE);
        }

        private static boolean blank(@Nullable String text) {
            return text == null || text.isBlank();
        }
    }

    Page<Evidence> list(Filter filter, @Nullable String cursor, int limit) {
        var begin = cursor == null || cursor.isBlank() ? null : cursor;
        return filter.isWide() ? placeByPlace(filter, begin, limit) : searched(filter, begin, limit);
    }

    // ---- Without filters

    private Page<Evidence> placeByPlace(Filter filter, @Nullable String cursor, int limit) {
        var row = row(filter.unit());
        var shelf = shelving.shelf(current.institutionId());
        long next = cursor != null ? Places.read(cursor) - 1 : row.isUnit() ? shelf.lastOf(row.id()) : shelf.total();
        var found = new ArrayList<Evidence>();
        while (found.size() <= limit && next > 0) {
            long first = Math.max(1, next - BATCH + 1);
            var names = LongStream.rangeClosed(first, next)
                    .mapToObj(it -> Shelf.place(row.id(), it))
                    .toList();
            var byPlace = shelving.at(names, row.isUnit()).stream()
                    .filter(it -> it.institutionId().equals(current.institutionId()))
                    .collect(toMap(row::placeOf, identity()));
            var batch = LongStream.iterate(next, it -> it >= first, it -> it - 1)
                    .mapToObj(it -> byPlace.get(Shelf.place(row.id(), it)))
                    .filter(Objects::nonNull)
                    .toList();
            found.addAll(shown(filter, batch));
            next = first - 1;
        }
        return Page.upTo(limit, found.size() > limit ? found.subList(0, limit + 1) : found, it -> Places.text(row, it));
    }

    /** Where to read: the row of a unit, or that of the institution. */
    private record Row(UUID id, boolean isUnit) {
        String placeOf(Evidence evidence) {
            return String.valueOf(isUnit ? evidence.unitPlace() : evidence.place());
        }
    }

    /** Who sees one unit only need not be led past the evidence of all others. */
    private Row row(@Nullable UUID unit) {
        if (unit != null) {
            return new Row(unit, true);
        }
        var institution = current.institutionId();
        var seen = organization.allUnitsOf(institution).keySet().stream()
                .filter(it -> !current.rolesOn(it).isEmpty())
                .limit(2)
                .toList();
        return seen.size() == 1 ? new Row(seen.get(0), true) : new Row(institution, false);
    }

    /** The cursor of a list that is read place by place: the number of the last one shown. */
    private static final class Places {
        static long read(String cursor) {
            var text = decoded(cursor);
            if (!text.matches("[0-9]{1,15}")) {
                throw new InvalidRequest("cursor", "is not one of ours");
            }
            return Long.parseLong(text);
        }

        static String text(Row row, Evidence last) {
            var place = row.placeOf(last);
            return encoded(place.substring(place.indexOf('/') + 1));
        }
    }

    // ---- With filters

    private Page<Evidence> searched(Filter filter, @Nullable String cursor, int limit) {
        var withheld = filter.state() == null || filter.state() == FileState.AVAILABLE ? null : filesIn(filter.state());
        var found = new ArrayList<Evidence>();
        var after = cursor == null ? null : Position.read(cursor);
        while (found.size() <= limit) {
            var batch = filter.words().isEmpty() ? inEvidence(filter, withheld, after) : inWords(filter, after);
            found.addAll(shown(filter, batch.evidence()));
            after = batch.end();
            if (after == null) {
                break;
            }
        }
        return Page.upTo(
                limit,
                found.size() > limit ? found.subList(0, limit + 1) : found,
                it -> Position.of(it).text());
    }

    /** What one look found; {@code end} is where to go on, null at the end. */
    private record Batch(List<Evidence> evidence, @Nullable Position end) {}

    private Batch inEvidence(Filter filter, @Nullable Collection<String> withheld, @Nullable Position after) {
        var all = new ArrayList<Criteria>();
        all.add(place(filter));
        all.add(Criteria.where("removal").is(null));
        if (withheld != null) {
            all.add(Criteria.where("versions.sha256").in(withheld));
        }
        addFacets(all, filter, "details.docType", "links.code", "links.assessmentId");
        var batch = mongo.find(newestFirst(all, after), Evidence.class);
        return new Batch(batch, batch.size() < BATCH ? null : Position.of(batch.get(BATCH - 1)));
    }

    /** Reads the copies made for search, then the evidence of those that have all the words. */
    private Batch inWords(Filter filter, @Nullable Position after) {
        var all = new ArrayList<Criteria>();
        all.add(place(filter));
        for (var word : filter.words()) {
            // Anchored and in plain letters: a real server looks such a beginning up in its index.
            all.add(Criteria.where("words").regex("^" + word.replaceAll("[^\\p{L}\\p{N}]", "\\\\$0")));
        }
        addFacets(all, filter, "docType", "codes", "assessments");
        var query = newestFirst(all, after);
        query.fields().include("_id", "createdAt");
        var hits = mongo.find(query, Found.class, mongo.getCollectionName(EvidenceWords.class));
        var byId = records.findAllById(hits.stream().map(Found::id).toList()).stream()
                .collect(toMap(Evidence::id, identity()));
        var evidence = hits.stream()
                .map(it -> byId.get(it.id()))
                .filter(Objects::nonNull)
                .toList();
        if (hits.size() < BATCH) {
            return new Batch(evidence, null);
        }
        var last = hits.get(BATCH - 1);
        return new Batch(evidence, new Position(last.createdAt(), last.id()));
    }

    private record Found(UUID id, Instant createdAt) {}

    private Criteria place(Filter filter) {
        return filter.unit() != null
                ? Criteria.where("unitId")
                        .is(filter.unit())
                        .and("institutionId")
                        .is(current.institutionId())
                : Criteria.where("institutionId").is(current.institutionId());
    }

    private void addFacets(
            List<Criteria> all, Filter filter, String docTypeField, String codeField, String assessmentField) {
        if (filter.docType() != null && !filter.docType().isBlank()) {
            all.add(Criteria.where(docTypeField).is(filter.docType()));
        }
        if (filter.question() != null && !filter.question().isBlank()) {
            all.add(Criteria.where(codeField).is(filter.question()));
        }
        if (filter.period() != null) {
            all.add(Criteria.where(assessmentField).in(assessmentsIn(filter.period(), filter.unit())));
        }
    }

    private List<UUID> assessmentsIn(UUID period, @Nullable UUID unit) {
        return unit != null
                ? assessments.ofUnit(unit, period).map(AssessmentLine::id).stream()
                        .toList()
                : assessments.ofPeriod(period).stream().map(AssessmentLine::id).toList();
    }

    private static Query newestFirst(List<Criteria> all, @Nullable Position after) {
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

    private List<String> filesIn(FileState state) {
        return files.inState(state, MOST_UNAVAILABLE);
    }

    /** What the caller may know of, in the state that was asked for. */
    private List<Evidence> shown(Filter filter, List<Evidence> evidence) {
        var known = evidence.stream().filter(readers::include).toList();
        return filter.state() == null ? known : inState(filter.state(), known);
    }

    private List<Evidence> inState(FileState state, List<Evidence> evidence) {
        Set<String> hashes = new HashSet<>();
        evidence.forEach(it -> hashes.add(it.current().sha256()));
        var known = files.find(hashes);
        return evidence.stream()
                .filter(it -> stateOf(known.get(it.current().sha256())) == state)
                .toList();
    }

    private static FileState stateOf(@Nullable StoredFile file) {
        return file == null ? FileState.QUARANTINED : file.state();
    }

    /** Where a searched list was left. */
    private record Position(Instant at, UUID id) {
        static Position of(Evidence evidence) {
            return new Position(evidence.createdAt(), evidence.id());
        }

        static Position read(String cursor) {
            try {
                var parts = decoded(cursor).split(" ");
                return new Position(Instant.ofEpochMilli(Long.parseLong(parts[0])), UUID.fromString(parts[1]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new InvalidRequest("cursor", "is not one of ours");
            }
        }

        String text() {
            return encoded(at.toEpochMilli() + " " + id);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("cursor", "is not one of ours");
        }
    }
}
