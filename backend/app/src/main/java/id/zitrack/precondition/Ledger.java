package id.zitrack.precondition;

import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** Everything recorded in one period about one unit, or about the institution as a whole; statements are only added. */
@Document("preconditionLedgers")
@CompoundIndex(def = "{'pages.statements.evidenceId': 1}")
class Ledger implements Recorded {
    private static final String INSTITUTION = "institution";

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final List<Page> pages;

    /** The statements on one precondition, oldest first, never empty. */
    record Page(String preconditionId, List<Statement> statements) {
        Statement latest() {
            return statements.get(statements.size() - 1);
        }

        /** Counts the changes of this one precondition; 0 before the first. */
        long revision() {
            return statements.size();
        }
    }

    Ledger(String id, List<Page> pages) {
        this.id = id;
        this.pages = new ArrayList<>(pages);
    }

    static Ledger blank(String id) {
        return new Ledger(id, List.of());
    }

    /** Where statements about the whole institution stand. */
    static String idOfInstitution(UUID periodId) {
        return periodId + ":" + INSTITUTION;
    }

    static String idOfUnit(UUID periodId, UUID unitId) {
        return periodId + ":" + unitId;
    }

    /**
     * Takes a statement from somebody who has seen the given revision of this precondition.
     *
     * @return whether anything changed; a repeated request whose reply was lost changes nothing
     * @throws ChangedMeanwhile if somebody else recorded something since
     */
    boolean record(String preconditionId, long seenRevision, Statement statement) {
        var page = find(preconditionId).orElseGet(() -> new Page(preconditionId, List.of()));
        boolean same = page.revision() > 0 && page.latest().saysTheSameAs(statement);
        if (page.revision() != seenRevision) {
            if (same && page.latest().by().equals(statement.by())) {
                return false;
            }
            throw new ChangedMeanwhile("The record of " + preconditionId, RecordBody.of(preconditionId, page));
        }
        if (same || page.revision() == 0 && statement.value() == null) {
            return false;
        }
        var statements = new ArrayList<>(page.statements());
        statements.add(statement);
        pages.removeIf(it -> it.preconditionId().equals(preconditionId));
        pages.add(new Page(preconditionId, statements));
        return true;
    }

    @Override
    public List<Facts> facts() {
        var place = id.substring(id.indexOf(':') + 1);
        var facts = Facts.about("precondition", id).ofUnit(place.equals(INSTITUTION) ? null : UUID.fromString(place));
        for (var page : pages) {
            var which = ":" + page.preconditionId();
            var latest = page.latest();
            facts.say("value" + which, latest.value())
                    .say("fulfilled" + which, latest.fulfilled())
                    .say("number" + which, latest.number())
                    .say("date" + which, latest.date())
                    .say("note" + which, latest.note())
                    .say("evidence" + which, latest.evidenceId());
        }
        return List.of(facts);
    }

    Optional<Page> find(String preconditionId) {
        return pages.stream()
                .filter(it -> it.preconditionId().equals(preconditionId))
                .findFirst();
    }

    String id() {
        return id;
    }

    List<Page> pages() {
        return List.copyOf(pages);
    }
}
