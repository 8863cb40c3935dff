package id.zitrack.finding;

import id.zitrack.finding.FindingBody.EarlierFinding;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Page;
import id.zitrack.platform.Prose;
import id.zitrack.platform.Revision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Findings of assessors and what units do about them. */
@RestController
class FollowUpController {
    private final RecordedFindings findings;
    private final FollowingUp followingUp;
    private final ListingFindings listing;
    private final RecallingFindings recalling;
    private final ShowingFindings showing;

    FollowUpController(
            RecordedFindings findings,
            FollowingUp followingUp,
            ListingFindings listing,
            RecallingFindings recalling,
            ShowingFindings showing) {
        this.findings = findings;
        this.followingUp = followingUp;
        this.listing = listing;
        this.recalling = recalling;
        this.showing = showing;
    }

    record SendingBack(
            @NotBlank(message = "Tulis alasannya.")
            @Prose(max = 2000, message = "Alasan paling banyak 2.000 karakter, tanpa karakter kendali.")
            String reason) {}

    /** The findings on units that the caller may see, the latest first. */
    @GetMapping("/api/findings")
    @PreAuthorize("@access.may('SEE_FINDINGS')")
    Page<FindingBody> list(
            @RequestParam @Nullable UUID unit,
            @RequestParam Finding.@Nullable State state,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        return listing.list(unit, state, cursor, limit);
    }

    /** Everything found on one sheet, in the order it was recorded. */
    @GetMapping("/api/assessments/{id}/findings")
    @PreAuthorize("@access.may('SEE_FINDINGS', 'assessment', #id)")
    List<FindingBody> onSheet(@PathVariable UUID id) {
        return showing.of(findings.on(id).stream()
                .sorted(Comparator.comparing(Finding::recordedAt))
                .toList());
    }

    /** What was found on the same unit in earlier years, at the questions of this sheet. */
    @GetMapping("/api/assessments/{id}/earlier-findings")
    @PreAuthorize("@access.may('SEE_FINDINGS', 'assessment', #id)")
    List<EarlierFinding> earlier(@PathVariable UUID id) {
        return recalling.earlierThan(id);
    }

    @PostMapping("/api/assessments/{id}/findings")
    @PreAuthorize("@access.may('RECORD_FINDING', 'assessment', #id)")
    ResponseEntity<FindingBody> record(@PathVariable UUID id, @Valid @RequestBody FindingRequest request) {
        var made = followingUp.record(id, request);
        return ResponseEntity.created(URI.create("/api/findings/" + made.id()))
                .eTag(Revision.etag(made.revision()))
                .body(showing.of(made));
    }

    @GetMapping("/api/findings/{id}")
    @PreAuthorize("@access.may('SEE_FINDINGS', 'finding', #id)")
    ResponseEntity<FindingBody> show(@PathVariable UUID id) {
        return withRevision(findings.findById(id).orElseThrow(() -> new NotThere("finding", id)));
    }

    @PutMapping("/api/findings/{id}")
    @PreAuthorize("@access.may('RECORD_FINDING', 'finding', #id)")
    ResponseEntity<FindingBody> describe(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody FindingRequest request) {
        return withRevision(followingUp.describe(id, Revision.require(ifMatch), request));
    }

    /** Takes it away, as long as the unit has planned nothing about it. */
    @DeleteMapping("/api/findings/{id}")
    @PreAuthorize("@access.may('RECORD_FINDING', 'finding', #id)")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        followingUp.remove(id, Revision.require(ifMatch));
    }

    /** What the unit does about it, and whether that is done. */
    @PutMapping("/api/findings/{id}/plan")
    @PreAuthorize("@access.may('FOLLOW_UP', 'finding', #id)")
    ResponseEntity<FindingBody> plan(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PlanRequest request) {
        return withRevision(followingUp.plan(id, Revision.require(ifMatch), request));
    }

    @PostMapping("/api/findings/{id}/confirmation")
    @PreAuthorize("@access.may('RECORD_FINDING', 'finding', #id)")
    ResponseEntity<FindingBody> confirm(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return withRevision(followingUp.confirm(id, Revision.require(ifMatch)));
    }

    @PostMapping("/api/findings/{id}/return")
    @PreAuthorize("@access.may('RECORD_FINDING', 'finding', #id)")
    ResponseEntity<FindingBody> sendBack(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SendingBack request) {
        return withRevision(followingUp.sendBack(id, Revision.require(ifMatch), request.reason()));
    }

    private ResponseEntity<FindingBody> withRevision(Finding finding) {
        return ResponseEntity.ok().eTag(Revision.etag(finding.revision())).body(showing.of(finding));
    }
}
