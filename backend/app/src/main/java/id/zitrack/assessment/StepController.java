package id.zitrack.assessment;

import id.zitrack.platform.NotThere;
import id.zitrack.platform.Revision;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The way of an assessment through its stages. */
@RestController
@RequestMapping("/api/assessments/{id}/steps")
class StepController {
    private final AssessmentLookup assessments;
    private final TakingStep taking;

    StepController(AssessmentLookup assessments, TakingStep taking) {
        this.assessments = assessments;
        this.taking = taking;
    }

    @GetMapping
    @PreAuthorize("@access.may('SEE_ASSESSMENT', 'assessment', #id)")
    public ResponseEntity<StepsBody> show(@PathVariable UUID id) {
        return body(assessments.find(id).orElseThrow(() -> new NotThere("assessment", id)));
    }

    /** Takes a step that has no address of its own; If-Match says how many steps the caller has seen. */
    @PostMapping("/{step}")
    @PreAuthorize("@access.may(#step.action().name(), 'assessment', #id)")
    public ResponseEntity<StepsBody> take(
            @PathVariable UUID id,
            @PathVariable Step step,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody StepRequest request) {
        return body(taking.take(id, step, Revision.require(ifMatch), request));
    }

    private ResponseEntity<StepsBody> body(AssessmentView assessment) {
        var body = taking.of(assessment);
        return ResponseEntity.ok().eTag(Revision.etag(body.revision())).body(body);
    }
}
