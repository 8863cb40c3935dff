package id.zitrack.evidence;

import id.zitrack.evidence.AddingEvidence.Added;
import id.zitrack.evidence.EvidenceIntake.Purpose;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.DownloadTickets;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Page;
import id.zitrack.platform.Revision;
import id.zitrack.storage.FileState;
import id.zitrack.storage.Receiving;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Evidence: its files, what it is about, and what it proves. */
@RestController
class EvidenceController {
    /** The header that tells an upload apart from the finding that the unit has this very file already. */
    static final String ALREADY_THERE = "X-Already-There";

    private static final int MOST_PER_PAGE = 100;
    private static final int LONGEST_REASON = 500;

    private final Receiving receiving;
    private final AddingEvidence adding;
    private final ChangingEvidence changing;
    private final LinkingEvidence linking;
    private final ListingEvidence listing;
    private final EvidenceRecords records;
    private final Readers readers;
    private final NamingReaders naming;
    private final Responses responses;
    private final ContentResponse content;
    private final Looks looks;
    private final DownloadTickets tickets;
    private final CurrentPerson current;
    private final Clock clock;

    EvidenceController(
            Receiving receiving,
            AddingEvidence adding,
            ChangingEvidence changing,
            LinkingEvidence linking,
            ListingEvidence listing,
            EvidenceRecords records,
            Readers readers,
            NamingReaders naming,
            Responses responses,
            ContentResponse content,
            Looks looks,
            DownloadTickets tickets,
            CurrentPerson current,
            Clock clock) {
        this.receiving = receiving;
        this.adding = adding;
        this.changing = changing;
        this.linking = linking;
        this.listing = listing;
        this.records = records;
        this.readers = readers;
        this.naming = naming;
        this.responses = responses;
        this.content = content;
        this.looks = looks;
        this.tickets = tickets;
        this.current = current;
        this.clock = clock;
    }

    @Operation(
            summary = "Uploads a file as new evidence of a unit, and may link it to a question at once",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    @PostMapping("/api/evidence")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'unit', #unit)"
            + " and (#assessment == null or @access.may('LINK_EVIDENCE', 'assessment', #assessment))")
    ResponseEntity<EvidenceResponse> add(
            @RequestParam UUID unit,
            @RequestParam String fileName,
            @RequestParam(required = false) @Nullable UUID assessment,
            @RequestParam(required = false) @Nullable String question,
            HttpServletRequest request)
            throws IOException {
        var purpose = purpose(assessment, question);
        adding.requirePossible(unit, purpose);
        var received = receiving.receive(request.getInputStream(), request.getContentLengthLong(), fileName);
        return answer(adding.add(unit, received, purpose));
    }

    @Operation(
            summary = "Uploads a file that replaces the current one; earlier versions stay",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    @PostMapping("/api/evidence/{id}/versions")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'evidence', #id)")
    ResponseEntity<EvidenceResponse> addVersion(
            @PathVariable UUID id,
            @RequestParam String fileName,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request)
            throws IOException {
        var why = reason == null || reason.isBlank() ? null : reason.strip();
        if (why != null && why.length() > LONGEST_REASON) {
            throw new InvalidRequest("reason", "Alasan paling banyak " + LONGEST_REASON + " karakter.");
        }
        var received = receiving.receive(request.getInputStream(), request.getContentLengthLong(), fileName);
        return answer(adding.addVersion(id, received, why));
    }

    @GetMapping("/api/evidence")
    @PreAuthorize("#unit == null ? @access.may('SEE_EVIDENCE') : @access.may('SEE_EVIDENCE', 'unit', #unit)")
    Page<EvidenceResponse> list(
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String docType,
            @RequestParam(required = false) @Nullable String question,
            @RequestParam(required = false) @Nullable UUID period,
            @RequestParam(required = false) @Nullable FileState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = listing.list(
                new ListingEvidence.Filter(unit, q, docType, question, period, state),
                cursor,
                Math.max(1, Math.min(MOST_PER_PAGE, limit)));
        return new Page<>(responses.of(page.items()), page.next());
    }

    @GetMapping("/api/evidence/{id}")
    @PreAuthorize("@access.may('SEE_EVIDENCE', 'evidence', #id)")
    ResponseEntity<EvidenceResponse> show(@PathVariable UUID id) {
        var evidence = find(id);
        looks.note(evidence, Looks.At.DETAILS, null);
        return withRevision(evidence);
    }

    @PutMapping("/api/evidence/{id}")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'evidence', #id)")
    ResponseEntity<EvidenceResponse> describe(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody EvidenceRequest request) {
        long seen = Revision.require(ifMatch);
        return withRevision(changing.change(id, evidence -> {
            requireUnchanged(evidence, seen);
            return evidence.describe(naming.settled(evidence.unitId(), request.details()));
        }));
    }

    @PutMapping("/api/evidence/{id}/links/{assessmentId}/{code}")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'evidence', #id)"
            + " and @access.may('LINK_EVIDENCE', 'assessment', #assessmentId)")
    EvidenceResponse link(@PathVariable UUID id, @PathVariable UUID assessmentId, @PathVariable String code) {
        return responses.of(linking.link(id, assessmentId, code));
    }

    @DeleteMapping("/api/evidence/{id}/links/{assessmentId}/{code}")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'evidence', #id)"
            + " and @access.may('LINK_EVIDENCE', 'assessment', #assessmentId)")
    EvidenceResponse unlink(@PathVariable UUID id, @PathVariable UUID assessmentId, @PathVariable String code) {
        return responses.of(linking.unlink(id, assessmentId, code));
    }

    @GetMapping("/api/assessments/{id}/evidence")
    @PreAuthorize("@access.may('SEE_EVIDENCE', 'assessment', #id)")
    List<QuestionEvidence> ofAssessment(@PathVariable UUID id) {
        var linked = records.linkedTo(id).stream().filter(readers::include).toList();
        var byCode = new TreeMap<String, List<EvidenceResponse>>();
        for (var evidence : responses.of(linked)) {
            evidence.links().stream()
                    .filter(it -> it.assessmentId().equals(id))
                    .forEach(it -> byCode.computeIfAbsent(it.code(), code -> new ArrayList<>())
                            .add(evidence));
        }
        return byCode.entrySet().stream()
                .map(it -> new QuestionEvidence(it.getKey(), it.getValue()))
                .toList();
    }

    @GetMapping("/api/evidence/{id}/versions/{number}/content")
    @PreAuthorize("@access.may('SEE_EVIDENCE', 'evidence', #id)")
    ResponseEntity<InputStreamResource> content(@PathVariable UUID id, @PathVariable int number) {
        return content.of(find(id), number);
    }

    @PostMapping("/api/evidence/{id}/versions/{number}/ticket")
    @PreAuthorize("@access.may('SEE_EVIDENCE', 'evidence', #id)")
    Ticket ticket(@PathVariable UUID id, @PathVariable int number) {
        content.requireAvailable(find(id), number);
        return new Ticket(tickets.issue(EvidenceDownload.KIND, EvidenceDownload.what(id, number)));
    }

    /** The evidence of one question. */
    record QuestionEvidence(String code, List<EvidenceResponse> evidence) {}

    /** An address that opens without a token, for a short time. */
    record Ticket(String url) {}

    private static @Nullable Purpose purpose(@Nullable UUID assessment, @Nullable String question) {
        if (assessment == null && (question == null || question.isBlank())) {
            return null;
        }
        if (assessment == null) {
            throw new InvalidRequest("assessment", "is needed with a question");
        }
        if (question == null || question.isBlank()) {
            throw new InvalidRequest("question", "is needed with an assessment");
        }
        return new Purpose(assessment, question);
    }

    private Evidence find(UUID id) {
        return records.findById(id).orElseThrow(() -> new NotThere("evidence", id));
    }

    private void requireUnchanged(Evidence evidence, long seen) {
        if (evidence.revision() != seen) {
            throw new ChangedMeanwhile("Evidence " + evidence.id(), responses.of(evidence));
        }
    }

    private ResponseEntity<EvidenceResponse> withRevision(Evidence evidence) {
        return ResponseEntity.ok().eTag(Revision.etag(evidence.revision())).body(responses.of(evidence));
    }

    private ResponseEntity<EvidenceResponse> answer(Added added) {
        var evidence = added.evidence();
        var answer = added.alreadyThere()
                ? ResponseEntity.ok().header(ALREADY_THERE, "true")
                : ResponseEntity.created(URI.create("/api/evidence/" + evidence.id()));
        return answer.eTag(Revision.etag(evidence.revision())).body(responses.of(evidence));
    }
}
