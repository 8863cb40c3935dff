package id.zitrack.organization;

import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Revision;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The institution of the caller. */
@RestController
@RequestMapping("/api/institution")
class InstitutionController {
    private final Institutions institutions;
    private final CurrentInstitution current;

    InstitutionController(Institutions institutions, CurrentInstitution current) {
        this.institutions = institutions;
        this.current = current;
    }

    @GetMapping
    @PreAuthorize("@access.may('SEE_ORGANIZATION')")
    ResponseEntity<InstitutionResponse> show() {
        return withRevision(institution());
    }

    @PutMapping
    @PreAuthorize("@access.may('MANAGE_ORGANIZATION')")
    ResponseEntity<InstitutionResponse> change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody InstitutionRequest request) {
        var revision = Revision.require(ifMatch);
        var institution = institution();
        if (institution.revision() != revision) {
            throw changedMeanwhile(institution);
        }
        var kind = request.kind();
        var address = request.address();
        institution.describe(
                request.name().strip(), kind == null ? "" : kind.strip(), address == null ? "" : address.strip());
        try {
            return withRevision(institutions.save(institution));
        } catch (OptimisticLockingFailureException e) {
            throw changedMeanwhile(institution());
        }
    }

    private Institution institution() {
        var id = current.institutionId();
        return institutions.findById(id).orElseThrow(() -> new NotThere("institution", id));
    }

    private static ChangedMeanwhile changedMeanwhile(Institution institution) {
        return new ChangedMeanwhile("The institution", InstitutionResponse.of(institution));
    }

    private static ResponseEntity<InstitutionResponse> withRevision(Institution institution) {
        return ResponseEntity.ok()
                .eTag(Revision.etag(institution.revision()))
                .body(InstitutionResponse.of(institution));
    }
}
