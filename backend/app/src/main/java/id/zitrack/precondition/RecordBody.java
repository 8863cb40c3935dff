package id.zitrack.precondition;

import id.zitrack.identity.PersonView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded about a precondition, as clients read it.
 *
 * @param value null for nothing
 * @param fulfilled null where the instrument decides
 * @param by null before anything was recorded
 * @param revision for {@code If-Match}; 0 before anything was recorded
 */
record RecordBody(
        String preconditionId,
        @Nullable String value,
        @Nullable Boolean fulfilled,
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String note,
        @Nullable UUID evidenceId,
        @Nullable Recorder by,
        @Nullable Instant at,
        long revision) {

    /** Who recorded it; somebody who is no longer known has a dash for a name. */
    record Recorder(UUID id, String name) {}

    static RecordBody of(String preconditionId, Ledger.Page page) {
        return of(preconditionId, page, Map.of());
    }

    static RecordBody of(String preconditionId, Ledger.Page page, Map<UUID, PersonView> people) {
        return page.revision() == 0
                ? new RecordBody(preconditionId, null, null, null, null, null, null, null, null, 0)
                : of(preconditionId, page.latest(), page.revision(), people);
    }

    /** Every statement there was, the latest first. */
    static List<RecordBody> history(String preconditionId, Ledger.Page page, Map<UUID, PersonView> people) {
        var count = page.statements().size();
        return Stream.iterate(count, it -> it > 0, it -> it - 1)
                .map(it -> of(preconditionId, page.statements().get(it - 1), it, people))
                .toList();
    }

    private static RecordBody of(String id, Statement statement, long revision, Map<UUID, PersonView> people) {
        var person = people.get(statement.by());
        return new RecordBody(
                id,
                statement.value(),
                statement.fulfilled(),
                statement.number(),
                statement.date(),
                statement.note(),
                statement.evidenceId(),
                new Recorder(statement.by(), person == null ? "–" : person.name()),
                statement.at(),
                revision);
    }
}
