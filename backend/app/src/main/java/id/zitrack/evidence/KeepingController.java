package id.zitrack.evidence;

import id.zitrack.evidence.ListingKept.State;
import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.Page;
import id.zitrack.platform.Revision;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deleting evidence and keeping it from being deleted. */
@RestController
class KeepingController {
    private static final int MOST_PER_PAGE = 100;

    private final KeepingEvidence keeping;
    private final ListingKept listing;
    private final Responses responses;

    KeepingController(KeepingEvidence keeping, ListingKept listing, Responses responses) {
        this.keeping = keeping;
        this.listing = listing;
        this.responses = responses;
    }

    /** Why somebody does this; stays on record. */
    record KeepingReason(@NotBlank @Size(max = 500) String reason) {}

    @Operation(summary = "Removes evidence that proves nothing; it can be restored until it is destroyed")
    @PostMapping("/api/evidence/{id}/removal")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'evidence', #id)")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody KeepingReason why) {
        long seen = Revision.require(ifMatch);
        keeping.remove(id, why.reason().strip(), evidence -> {
            if (evidence.revision() != seen) {
                throw new ChangedMeanwhile("Evidence " + id, responses.of(evidence));
            }
        });
    }

    @Operation(summary = "Brings removed evidence back")
    @PostMapping("/api/evidence/{id}/restoration")
    @PreAuthorize("@access.may('RESTORE_EVIDENCE', 'kept-evidence', #id)")
    ResponseEntity<EvidenceResponse> restore(@PathVariable UUID id, @Valid @RequestBody KeepingReason why) {
        var evidence = keeping.restore(id, why.reason().strip());
        return ResponseEntity.ok().eTag(Revision.etag(evidence.revision())).body(responses.of(evidence));
    }

    @Operation(summary = "Forbids to delete or destroy evidence, removed or not")
    @PostMapping("/api/evidence/{id}/hold")
    @PreAuthorize("@access.may('HOLD_EVIDENCE', 'kept-evidence', #id)")
    KeptResponse hold(@PathVariable UUID id, @Valid @RequestBody KeepingReason why) {
        return listing.of(keeping.hold(id, why.reason().strip()));
    }

    @Operation(summary = "Ends a hold")
    @PostMapping("/api/evidence/{id}/release")
    @PreAuthorize("@access.may('HOLD_EVIDENCE', 'kept-evidence', #id)")
    KeptResponse release(@PathVariable UUID id, @Valid @RequestBody KeepingReason why) {
        return listing.of(keeping.release(id, why.reason().strip()));
    }

    @Operation(summary = "Destroys the files of removed evidence once the retention time is over; the record stays")
    @PostMapping("/api/evidence/{id}/purge")
    @PreAuthorize("@access.may('PURGE_EVIDENCE', 'kept-evidence', #id)")
    KeptResponse purge(@PathVariable UUID id, @Valid @RequestBody KeepingReason why) {
        return listing.of(keeping.purge(id, why.reason().strip()));
    }

    @Operation(summary = "Lists evidence that was removed, is on hold, or was destroyed")
    @GetMapping("/api/kept-evidence")
    @PreAuthorize("#unit == null ? @access.may('RESTORE_EVIDENCE') : @access.may('RESTORE_EVIDENCE', 'unit', #unit)")
    Page<KeptResponse> list(
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "REMOVED") State state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return listing.list(unit, state, cursor, Math.max(1, Math.min(MOST_PER_PAGE, limit)));
    }
}
