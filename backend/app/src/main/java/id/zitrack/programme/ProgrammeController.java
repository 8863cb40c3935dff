package id.zitrack.programme;

import id.zitrack.platform.NotThere;
import id.zitrack.platform.Prose;
import id.zitrack.platform.Revision;
import id.zitrack.programme.WorkBody.CopiedWork;
import id.zitrack.programme.WorkBody.PlannedForQuestion;
import id.zitrack.programme.WorkBody.ProgrammeBody;
import id.zitrack.programme.WorkBody.UnitProgress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
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

/** What units plan for a year, by quarter, and how far they are. */
@RestController
class ProgrammeController {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Programme programme;
    private final PlanningWork planning;
    private final ShowingProgramme showing;

    ProgrammeController(Programme programme, PlanningWork planning, ShowingProgramme showing) {
        this.programme = programme;
        this.planning = planning;
        this.showing = showing;
    }

    /** What was done in a quarter. */
    record QuarterReport(
            @NotNull Boolean done,

            @Nullable @Prose(max = 1000, message = "Catatan paling banyak 1.000 karakter, tanpa karakter kendali.")
            String note) {}

    @GetMapping("/api/programmes")
    @PreAuthorize("@access.may('SEE_PROGRAMME', 'unit', #unit)")
    ProgrammeBody ofUnit(@RequestParam UUID unit, @RequestParam @Min(FIRST_YEAR) @Max(LAST_YEAR) int year) {
        return showing.of(unit, year);
    }

    /** How far each unit is that the caller may see. */
    @GetMapping("/api/programmes/progress")
    @PreAuthorize("@access.may('SEE_PROGRAMME')")
    List<UnitProgress> progress(@RequestParam @Min(FIRST_YEAR) @Max(LAST_YEAR) int year) {
        return showing.progress(year);
    }

    /** What is planned for questions of a sheet. */
    @GetMapping("/api/assessments/{id}/planned-work")
    @PreAuthorize("@access.may('SEE_PROGRAMME', 'assessment', #id)")
    List<PlannedForQuestion> forSheet(@PathVariable UUID id) {
        return showing.forSheet(id);
    }

    @PostMapping("/api/programmes/works")
    @PreAuthorize("@access.may('CHANGE_PROGRAMME', 'unit', #unit)")
    ResponseEntity<WorkBody> plan(
            @RequestParam UUID unit,
            @RequestParam @Min(FIRST_YEAR) @Max(LAST_YEAR) int year,
            @Valid @RequestBody WorkRequest request) {
        var made = planning.plan(unit, year, request);
        return ResponseEntity.created(URI.create("/api/planned-work/" + made.id()))
                .eTag(Revision.etag(made.revision()))
                .body(showing.of(made));
    }

    /** Plans in a year what was planned in the year before; doing it again adds nothing twice. */
    @PostMapping("/api/programmes/copy")
    @PreAuthorize("@access.may('CHANGE_PROGRAMME', 'unit', #unit)")
    CopiedWork copy(@RequestParam UUID unit, @RequestParam @Min(FIRST_YEAR) @Max(LAST_YEAR) int year) {
        return new CopiedWork(planning.copyFromLastYear(unit, year));
    }

    @GetMapping("/api/planned-work/{id}")
    @PreAuthorize("@access.may('SEE_PROGRAMME', 'work', #id)")
    ResponseEntity<WorkBody> show(@PathVariable UUID id) {
        return withRevision(programme.findById(id).orElseThrow(() -> new NotThere("work", id)));
    }

    @PutMapping("/api/planned-work/{id}")
    @PreAuthorize("@access.may('CHANGE_PROGRAMME', 'work', #id)")
    ResponseEntity<WorkBody> describe(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody WorkRequest request) {
        return withRevision(planning.describe(id, Revision.require(ifMatch), request));
    }

    @PutMapping("/api/planned-work/{id}/quarters/{quarter}")
    @PreAuthorize("@access.may('CHANGE_PROGRAMME', 'work', #id)")
    ResponseEntity<WorkBody> report(
            @PathVariable UUID id,
            @PathVariable @Min(1) @Max(4) int quarter,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody QuarterReport request) {
        return withRevision(planning.report(
                id, quarter, Revision.require(ifMatch), request.done(), WorkRequest.trimmed(request.note())));
    }

    @DeleteMapping("/api/planned-work/{id}")
    @PreAuthorize("@access.may('CHANGE_PROGRAMME', 'work', #id)")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        planning.remove(id, Revision.require(ifMatch));
    }

    private ResponseEntity<WorkBody> withRevision(PlannedWork work) {
        return ResponseEntity.ok().eTag(Revision.etag(work.revision())).body(showing.of(work));
    }
}
