package id.zitrack.organization;

import id.zitrack.platform.Line;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Page;
import id.zitrack.platform.Revision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tree of work units of the caller's institution. */
@RestController
@RequestMapping("/api/units")
class UnitController {
    private final Organization organization;
    private final ChangingUnits changing;
    private final CurrentInstitution current;

    UnitController(Organization organization, ChangingUnits changing, CurrentInstitution current) {
        this.organization = organization;
        this.changing = changing;
        this.current = current;
    }

    /** Lists units in the order of the tree: each parent directly before its children. */
    @GetMapping
    @PreAuthorize("@access.may('SEE_ORGANIZATION')")
    Page<UnitResponse> list(
            @RequestParam(defaultValue = "") @Line String q,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "200") @Min(1) @Max(1000) int limit) {
        var sought = q.strip().toLowerCase(Locale.ROOT);
        var units = organization.treeOf(current.institutionId()).inTreeOrder();
        var start = 0;
        if (cursor != null) {
            start = 1 + units.stream().map(WorkUnit::id).toList().indexOf(cursor);
        }
        var found = units.stream()
                .skip(start)
                .filter(it -> it.name().toLowerCase(Locale.ROOT).contains(sought)
                        || it.shortName().toLowerCase(Locale.ROOT).contains(sought))
                .limit(limit + 1L)
                .map(UnitResponse::of)
                .toList();
        return Page.upTo(limit, found, it -> it.id().toString());
    }

    @GetMapping("/{id}")
    @PreAuthorize("@access.may('SEE_ORGANIZATION')")
    ResponseEntity<UnitResponse> show(@PathVariable UUID id) {
        return withRevision(
                organization.treeOf(current.institutionId()).find(id).orElseThrow(() -> new NotThere("unit", id)));
    }

    @PostMapping
    @PreAuthorize("@access.may('MANAGE_ORGANIZATION')")
    ResponseEntity<UnitResponse> add(@Valid @RequestBody UnitRequest request) {
        var unit = changing.add(current.institutionId(), request.details());
        return ResponseEntity.created(URI.create("/api/units/" + unit.id()))
                .eTag(Revision.etag(unit.revision()))
                .body(UnitResponse.of(unit));
    }

    @PutMapping("/{id}")
    @PreAuthorize("@access.may('MANAGE_ORGANIZATION', 'unit', #id)")
    ResponseEntity<UnitResponse> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody UnitRequest request) {
        return withRevision(changing.change(current.institutionId(), id, Revision.require(ifMatch), request.details()));
    }

    private static ResponseEntity<UnitResponse> withRevision(WorkUnit unit) {
        return ResponseEntity.ok().eTag(Revision.etag(unit.revision())).body(UnitResponse.of(unit));
    }
}
