package id.zitrack.catalog;

import static java.util.Comparator.comparing;

import id.zitrack.catalog.DraftRequest.DraftSource;
import id.zitrack.catalog.DraftRequest.NewDraft;
import id.zitrack.identity.PersonLookup;
import id.zitrack.platform.Revision;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The drafts of instruments of the caller's institution. */
@RestController
@RequestMapping("/api/instrument-drafts")
class InstrumentDraftController {
    /** As large as the reader takes. */
    private static final int LARGEST_YAML = 1 << 20;

    private final EditingDrafts editing;
    private final PublishingDraft publishing;
    private final PersonLookup people;

    InstrumentDraftController(EditingDrafts editing, PublishingDraft publishing, PersonLookup people) {
        this.editing = editing;
        this.publishing = publishing;
        this.people = people;
    }

    @GetMapping
    @PreAuthorize("@access.may('MANAGE_INSTRUMENTS')")
    List<DraftLine> list() {
        var drafts = editing.all();
        var authors =
                people.byIds(drafts.stream().map(InstrumentDraft::updatedBy).collect(Collectors.toSet()));
        return drafts.stream()
                .sorted(comparing(InstrumentDraft::updatedAt).reversed())
                .map(it -> DraftLine.of(it, authors))
                .toList();
    }

    @PostMapping
    @PreAuthorize("@access.may('MANAGE_INSTRUMENTS')")
    ResponseEntity<DraftBody> begin(@Valid @RequestBody NewDraft request) {
        var basedOn = request.basedOn();
        return created(basedOn == null ? editing.blank() : editing.copy(basedOn.key()));
    }

    @Operation(
            summary = "Begins a draft with the content of a YAML file, at most 1 MB",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = InstrumentFile.YAML, schema = @Schema(type = "string"))))
    @PostMapping("/import")
    @PreAuthorize("@access.may('MANAGE_INSTRUMENTS')")
    ResponseEntity<DraftBody> importYaml(HttpServletRequest request) throws IOException {
        return created(editing.ofYaml(InstrumentFile.body(request, LARGEST_YAML)));
    }

    @Operation(summary = "The workbook that people fill with the items of a checklist")
    @GetMapping(path = "/checklist-template", produces = InstrumentFile.XLSX)
    @PreAuthorize("@access.may('MANAGE_INSTRUMENTS')")
    ResponseEntity<byte[]> checklistTemplate() {
        return InstrumentFile.file("templat-checklist.xlsx", InstrumentFile.XLSX, ChecklistTemplate.write());
    }

    @Operation(
            summary = "Begins a draft with the rows of a filled checklist template, at most 2 MB",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = InstrumentFile.XLSX,
                                            schema = @Schema(type = "string", format = "binary"))))
    @PostMapping("/checklist-import")
    @PreAuthorize("@access.may('MANAGE_INSTRUMENTS')")
    ResponseEntity<DraftBody> importChecklist(HttpServletRequest request) throws IOException {
        var bytes = InstrumentFile.body(request, ChecklistWorkbook.MAX_BYTES);
        return created(editing.ofChecklist(bytes));
    }

    @GetMapping("/{id}")
    @PreAuthorize("@access.may('MANAGE_INSTRUMENTS')")
    ResponseEntity<DraftBody> show(@PathVariable UUID id) {
        return withRevision(editing.checked(id));
    }

    @Operation(summary = "The draft as one YAML file, to which the lines of its problems refer")
    @GetMapping(path = "/{id}/file", produces = InstrumentFile.YAML)
    @PreAuthorize("@access.may('MANAGE_INSTRUMENTS')")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        return InstrumentFile.yaml(editing.checked(id).source());
    }

    @PutMapping("/{id}")
    @PreAuthorize("@access.may('MANAGE_INSTRUMENTS')")
    ResponseEntity<DraftBody> save(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody DraftSource request) {
        return withRevision(editing.save(id, Revision.require(ifMatch), request.source()));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("@access.may('MANAGE_INSTRUMENTS')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        editing.delete(id);
    }

    @Operation(summary = "Publishes the draft: it becomes a version that never changes, and is no longer a draft")
    @PostMapping("/{id}/publication")
    @PreAuthorize("@access.may('MANAGE_INSTRUMENTS')")
    ResponseEntity<InstrumentSummary> publish(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale language) {
        var publication = publishing.publish(id, Revision.require(ifMatch));
        var key = publication.instrument().key();
        return ResponseEntity.created(URI.create("/api/instruments/" + key.id() + "/" + key.version()))
                .body(InstrumentSummary.of(publication, null, language.toLanguageTag()));
    }

    private ResponseEntity<DraftBody> created(CheckedDraft checked) {
        return ResponseEntity.created(
                        URI.create("/api/instrument-drafts/" + checked.draft().id()))
                .eTag(Revision.etag(checked.draft().revision()))
                .body(editing.body(checked));
    }

    private ResponseEntity<DraftBody> withRevision(CheckedDraft checked) {
        return ResponseEntity.ok()
                .eTag(Revision.etag(checked.draft().revision()))
                .body(editing.body(checked));
    }
}
