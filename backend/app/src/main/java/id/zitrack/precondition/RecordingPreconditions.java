package id.zitrack.precondition;

import id.zitrack.evidence.EvidenceLookup;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.instrument.Precondition;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.NotThere;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Recording what is so about a precondition, with what proves it; earlier statements stay. */
@Component
class RecordingPreconditions {
    private static final int TRIES = 50;

    private final Ledgers ledgers;
    private final FindingTerms terms;
    private final EvidenceLookup evidence;
    private final CurrentPerson current;
    private final Clock clock;

    RecordingPreconditions(
            Ledgers ledgers, FindingTerms terms, EvidenceLookup evidence, CurrentPerson current, Clock clock) {
        this.ledgers = ledgers;
        this.terms = terms;
        this.evidence = evidence;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Records a statement about a unit, or about the institution if there is none.
     *
     * @param seenRevision of this one precondition
     */
    Ledger.Page record(
            UUID periodId, @Nullable UUID unitId, String preconditionId, long seenRevision, RecordRequest request) {
        var asked = terms.in(terms.period(periodId));
        var statement = statement(asked, precondition(asked, unitId, preconditionId), unitId, request);
        var id = ledgerId(periodId, unitId);
        for (int tried = 1; ; tried++) {
            var ledger = ledgers.findById(id).orElseGet(() -> Ledger.blank(id));
            if (!ledger.record(preconditionId, seenRevision, statement)) {
                return page(ledger, preconditionId);
            }
            try {
                return page(ledgers.save(ledger), preconditionId);
            } catch (OptimisticLockingFailureException | DuplicateKeyException overtaken) {
                if (tried == TRIES) {
                    throw overtaken;
                }
            }
        }
    }

    /** What is recorded now, and was before. */
    Ledger.Page find(UUID periodId, @Nullable UUID unitId, String preconditionId) {
        precondition(terms.in(terms.period(periodId)), unitId, preconditionId);
        return ledgers.findById(ledgerId(periodId, unitId))
                .map(it -> page(it, preconditionId))
                .orElseGet(() -> new Ledger.Page(preconditionId, List.of()));
    }

    private static Precondition precondition(Asked asked, @Nullable UUID unitId, String preconditionId) {
        return asked.find(preconditionId, unitId == null ? Precondition.Scope.INSTITUTION : Precondition.Scope.UNIT)
                .orElseThrow(() -> new NotThere("precondition", preconditionId));
    }

    private Statement statement(Asked asked, Precondition precondition, @Nullable UUID unitId, RecordRequest request) {
        var value = trimmed(request.value());
        if (value != null && !Asked.fits(precondition, value)) {
            throw new InvalidRequest("value", "bukan pilihan prasyarat ini");
        }
        boolean judged = value != null && asked.peopleJudge(precondition);
        if (judged != (request.fulfilled() != null)) {
            throw new InvalidRequest(
                    "fulfilled", judged ? "katakan apakah ini memenuhi prasyarat" : "ditentukan oleh instrumen");
        }
        requireEvidence(request.evidenceId(), unitId);
        return new Statement(
                value,
                request.fulfilled(),
                trimmed(request.number()),
                request.date(),
                trimmed(request.note()),
                request.evidenceId(),
                current.id(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** A unit is proved by its own evidence; the institution by that of any of its units. */
    private void requireEvidence(@Nullable UUID evidenceId, @Nullable UUID unitId) {
        if (evidenceId == null) {
            return;
        }
        var fits = evidence.find(evidenceId)
                .filter(it -> it.institutionId().equals(current.institutionId()))
                .filter(it -> unitId == null || it.unitId().equals(unitId))
                .isPresent();
        if (!fits) {
            throw new InvalidRequest("evidenceId", "bukti ini tidak ada, atau milik unit lain");
        }
    }

    private static Ledger.Page page(Ledger ledger, String preconditionId) {
        return ledger.find(preconditionId).orElseGet(() -> new Ledger.Page(preconditionId, List.of()));
    }

    private static String ledgerId(UUID periodId, @Nullable UUID unitId) {
        return unitId == null ? Ledger.idOfInstitution(periodId) : Ledger.idOfUnit(periodId, unitId);
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
