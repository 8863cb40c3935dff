package id.zitrack.evidence;

import static java.util.stream.Collectors.toSet;

import id.zitrack.evidence.EvidenceResponse.PersonName;
import id.zitrack.identity.PersonLookup;
import id.zitrack.organization.OrganizationLookup;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Files that the checks refused in the last 30 days; their bytes are not kept. */
@RestController
class RejectedUploadsController {
    private final RememberingRejected remembering;
    private final OrganizationLookup organization;
    private final PersonLookup people;

    RejectedUploadsController(RememberingRejected remembering, OrganizationLookup organization, PersonLookup people) {
        this.remembering = remembering;
        this.organization = organization;
        this.people = people;
    }

    /**
     * A refused file.
     *
     * @param problem the slug that the sender was told
     * @param reason the slug of the reason within that problem, if it has one
     */
    record RejectedFile(
            UUID id,
            UUID unitId,
            String unitName,
            String fileName,
            long size,
            String sha256,
            @Nullable PersonName by,
            Instant at,
            String problem,
            @Nullable String reason) {}

    /** The latest of the whole institution, newest first; what was meant to be secret is left out. */
    @GetMapping("/api/rejected-uploads")
    @PreAuthorize("@access.may('CHECK_FILES')")
    List<RejectedFile> ofInstitution() {
        return shown(remembering.ofInstitution());
    }

    /** The latest of one unit, newest first: all of them for its coordinator, their own for everybody else. */
    @GetMapping("/api/units/{unitId}/rejected-uploads")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'unit', #unitId)")
    List<RejectedFile> ofUnit(@PathVariable UUID unitId) {
        return shown(remembering.ofUnit(unitId));
    }

    private List<RejectedFile> shown(List<RejectedUpload> rejected) {
        var units =
                organization.units(rejected.stream().map(RejectedUpload::unitId).collect(toSet()));
        var names = people.byIds(rejected.stream().map(RejectedUpload::by).collect(toSet()));
        return rejected.stream()
                .map(it -> {
                    var unit = units.get(it.unitId());
                    var by = names.get(it.by());
                    return new RejectedFile(
                            it.id(),
                            it.unitId(),
                            unit == null ? "–" : unit.name(),
                            it.fileName(),
                            it.size(),
                            it.sha256(),
                            by == null ? null : new PersonName(by.id(), by.name()),
                            it.at(),
                            it.problem(),
                            it.reason());
                })
                .toList();
    }
}
