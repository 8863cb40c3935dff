package id.zitrack.precondition;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.PersonView;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.organization.UnitView;
import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.Revision;
import jakarta.validation.Valid;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is asked of the institution and its units in one period, and what is recorded about it. */
@RestController
@RequestMapping("/api/periods/{periodId}/preconditions")
class PreconditionController {
    private final FindingTerms terms;
    private final AllTerms allTerms;
    private final RecordingPreconditions recording;
    private final PreconditionLookup lookup;
    private final Ledgers ledgers;
    private final OrganizationLookup organization;
    private final PersonLookup people;

    PreconditionController(
            FindingTerms terms,
            AllTerms allTerms,
            RecordingPreconditions recording,
            PreconditionLookup lookup,
            Ledgers ledgers,
            OrganizationLookup organization,
            PersonLookup people) {
        this.terms = terms;
        this.allTerms = allTerms;
        this.recording = recording;
        this.lookup = lookup;
        this.ledgers = ledgers;
        this.organization = organization;
        this.people = people;
    }

    /** Everything recorded in a period. */
    record RecordsBody(List<RecordBody> institution, List<UnitRecords> units) {}

    /** What is recorded about one unit. */
    record UnitRecords(UUID unitId, @Nullable UUID parentId, String name, String shortName, List<RecordBody> records) {}

    /** One record, and every statement there was, the latest first. */
    record RecordHistory(RecordBody current, List<RecordBody> history) {}

    @GetMapping
    @PreAuthorize("@access.may('SEE_ORGANIZATION')")
    ResponseEntity<TermsBody> asked(@PathVariable UUID periodId) {
        return withRevision(terms.in(terms.period(periodId)));
    }

    @PutMapping
    @PreAuthorize("@access.may('MANAGE_PERIODS')")
    ResponseEntity<TermsBody> ask(
            @PathVariable UUID periodId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody TermsRequest request) {
        var seen = Revision.require(ifMatch);
        var period = terms.period(periodId);
        var asked = terms.in(period);
        if (asked.terms().revision() != seen) {
            throw changedMeanwhile(periodId);
        }
        asked.terms().set(request.adapted(asked.instrument()));
        try {
            return withRevision(new Asked(asked.instrument(), allTerms.save(asked.terms())));
        } catch (OptimisticLockingFailureException | DuplicateKeyException overtaken) {
            throw changedMeanwhile(periodId);
        }
    }

    /** Everything recorded in the period, about the institution and each of its active units. */
    @GetMapping("/records")
    @PreAuthorize("@access.may('RECORD_PRECONDITIONS')")
    RecordsBody records(@PathVariable UUID periodId) {
        var period = terms.period(periodId);
        var units = organization.unitsOf(period.institutionId());
        var found = ledgers
                .findAllById(Stream.concat(
                                Stream.of(Ledger.idOfInstitution(periodId)),
                                units.stream().map(it -> Ledger.idOfUnit(periodId, it.id())))
                        .toList())
                .stream()
                .collect(toMap(Ledger::id, it -> it));
        var names = names(found.values());
        return new RecordsBody(
                records(found.get(Ledger.idOfInstitution(periodId)), names),
                units.stream()
                        .map(it -> unit(it, found.get(Ledger.idOfUnit(periodId, it.id())), names))
                        .toList());
    }

    /** How the preconditions stand for one unit. */
    @GetMapping("/units/{unitId}")
    @PreAuthorize("@access.may('SEE_UNIT', 'unit', #unitId)")
    JudgedPreconditions judged(@PathVariable UUID periodId, @PathVariable UUID unitId) {
        return lookup.of(
                terms.period(periodId), unitId, LocaleContextHolder.getLocale().getLanguage());
    }

    @GetMapping("/institution/{preconditionId}")
    @PreAuthorize("@access.may('RECORD_PRECONDITIONS')")
    ResponseEntity<RecordHistory> ofInstitution(@PathVariable UUID periodId, @PathVariable String preconditionId) {
        return history(preconditionId, recording.find(periodId, null, preconditionId));
    }

    @PutMapping("/institution/{preconditionId}")
    @PreAuthorize("@access.may('RECORD_PRECONDITIONS')")
    ResponseEntity<RecordBody> recordOfInstitution(
            @PathVariable UUID periodId,
            @PathVariable String preconditionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody RecordRequest request) {
        return body(
                preconditionId, recording.record(periodId, null, preconditionId, Revision.require(ifMatch), request));
    }

    @GetMapping("/units/{unitId}/{preconditionId}")
    @PreAuthorize("@access.may('RECORD_PRECONDITIONS', 'unit', #unitId)")
    ResponseEntity<RecordHistory> ofUnit(
            @PathVariable UUID periodId, @PathVariable UUID unitId, @PathVariable String preconditionId) {
        return history(preconditionId, recording.find(periodId, unitId, preconditionId));
    }

    @PutMapping("/units/{unitId}/{preconditionId}")
    @PreAuthorize("@access.may('RECORD_PRECONDITIONS', 'unit', #unitId)")
    ResponseEntity<RecordBody> recordOfUnit(
            @PathVariable UUID periodId,
            @PathVariable UUID unitId,
            @PathVariable String preconditionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody RecordRequest request) {
        return body(
                preconditionId, recording.record(periodId, unitId, preconditionId, Revision.require(ifMatch), request));
    }

    private ChangedMeanwhile changedMeanwhile(UUID periodId) {
        return new ChangedMeanwhile("What is asked", TermsBody.of(terms.in(terms.period(periodId))));
    }

    private static ResponseEntity<TermsBody> withRevision(Asked asked) {
        return ResponseEntity.ok().eTag(Revision.etag(asked.terms().revision())).body(TermsBody.of(asked));
    }

    private ResponseEntity<RecordBody> body(String id, Ledger.Page page) {
        return ResponseEntity.ok().eTag(Revision.etag(page.revision())).body(RecordBody.of(id, page, namesIn(page)));
    }

    private ResponseEntity<RecordHistory> history(String id, Ledger.Page page) {
        var names = namesIn(page);
        return ResponseEntity.ok()
                .eTag(Revision.etag(page.revision()))
                .body(new RecordHistory(RecordBody.of(id, page, names), RecordBody.history(id, page, names)));
    }

    private static UnitRecords unit(UnitView unit, @Nullable Ledger ledger, Map<UUID, PersonView> names) {
        return new UnitRecords(unit.id(), unit.parentId(), unit.name(), unit.shortName(), records(ledger, names));
    }

    private static List<RecordBody> records(@Nullable Ledger ledger, Map<UUID, PersonView> names) {
        return ledger == null
                ? List.of()
                : ledger.pages().stream()
                        .map(it -> RecordBody.of(it.preconditionId(), it, names))
                        .toList();
    }

    private Map<UUID, PersonView> names(Collection<Ledger> found) {
        return people.byIds(found.stream()
                .flatMap(it -> it.pages().stream())
                .map(it -> it.latest().by())
                .collect(toSet()));
    }

    private Map<UUID, PersonView> namesIn(Ledger.Page page) {
        return people.byIds(page.statements().stream().map(Statement::by).collect(toSet()));
    }
}
