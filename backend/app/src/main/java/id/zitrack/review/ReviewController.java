package id.zitrack.review;

import static java.util.stream.Collectors.toMap;

import id.zitrack.assessment.ExplanationBody;
import id.zitrack.assessment.PersonName;
import id.zitrack.identity.Access;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.Place;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Revision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The assessors' side of one assessment: verdicts, marks, and what is decided about the whole. */
@RestController
@RequestMapping("/api/assessments/{id}/review")
class ReviewController {
    private final FindingReviews finding;
    private final Judging judging;
    private final ChangingReview changing;
    private final DecidingReview deciding;
    private final ExplainingReview explaining;
    private final WatchingEvidence watching;
    private final CurrentPerson current;
    private final PersonLookup people;
    private final Access access;
    private final Clock clock;

    ReviewController(
            FindingReviews finding,
            Judging judging,
            ChangingReview changing,
            DecidingReview deciding,
            ExplainingReview explaining,
            WatchingEvidence watching,
            CurrentPerson current,
            PersonLookup people,
            Access access,
            Clock clock) {
        this.finding = finding;
        this.judging = judging;
        this.changing = changing;
        this.deciding = deciding;
        this.explaining = explaining;
        this.watching = watching;
        this.current = current;
        this.people = people;
        this.access = access;
        this.clock = clock;
    }

    record VerdictRequest(
            @Nullable @Size(max = 4000) String value,
            @Nullable @Size(max = 4000) String remark,
            @Nullable @Size(max = 20) String zeroWorth,
            @Nullable @Size(max = 500) List<@Valid @NotNull SeenRequest> seen) {

        @Nullable
        Map<UUID, Integer> reported() {
            return seen == null
                    ? null
                    : seen.stream().collect(toMap(SeenRequest::evidenceId, SeenRequest::version, Math::max));
        }
    }

    /** A version of evidence that the assessor had on the screen. */
    record SeenRequest(@NotNull UUID evidenceId, @Min(1) int version) {}

    record VerdictResult(ReviewBody.VerdictBody verdict, ReviewBody.ResultBody result) {}

    record AgreementRequest(@Nullable @Size(max = 1000) List<@NotNull String> codes) {}

    record MarkRequest(
            @NotBlank @Size(max = 4000) String reason,
            @Nullable LocalDate due) {}

    record ReturnRequest(
            @Nullable @Size(max = 4000) String message,
            @Nullable LocalDate due) {}

    record ReopeningRequest(@NotBlank @Size(max = 4000) String reason) {}

    @GetMapping
    @PreAuthorize("@access.may('SEE_REVIEW', 'assessment', #id)")
    public ReviewBody get(@PathVariable UUID id) {
        return body(id);
    }

    /** How the scores of a node came about by the verdicts that count; {@code TOTAL} is the whole sheet. */
    @GetMapping("/explanation")
    @PreAuthorize("@access.may('SEE_REVIEW', 'assessment', #id)")
    public ExplanationBody explain(@PathVariable UUID id, @RequestParam String node) {
        return explaining.explain(id, node);
    }

    @PutMapping("/verdicts/{code}")
    @PreAuthorize("@access.may('JUDGE', 'assessment', #id)")
    public ResponseEntity<VerdictResult> judge(
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody VerdictRequest request) {
        judging.judge(
                id,
                code,
                Revision.require(ifMatch),
                request.value(),
                request.remark(),
                request.zeroWorth(),
                request.reported());
        return result(id, code);
    }

    @DeleteMapping("/verdicts/{code}")
    @PreAuthorize("@access.may('JUDGE', 'assessment', #id)")
    public ResponseEntity<VerdictResult> withdraw(@PathVariable UUID id, @PathVariable String code) {
        judging.withdraw(id, code);
        return result(id, code);
    }

    @PostMapping("/agreement")
    @PreAuthorize("@access.may('JUDGE', 'assessment', #id)")
    public ReviewBody agree(@PathVariable UUID id, @Valid @RequestBody AgreementRequest request) {
        judging.agree(id, request.codes());
        return body(id);
    }

    @PutMapping("/marks/{code}")
    @PreAuthorize("@access.may('JUDGE', 'assessment', #id)")
    public ReviewBody.MarkBody mark(
            @PathVariable UUID id, @PathVariable String code, @Valid @RequestBody MarkRequest request) {
        Judging.question(finding.findings(id).instrument(), code);
        deciding.requireNotPast(request.due());
        var at = clock.instant();
        changing.change(id, it -> it.mark(code, request.reason().strip(), request.due(), current.id(), at));
        return new ReviewBody.MarkBody(
                code,
                request.reason().strip(),
                request.due(),
                PersonName.of(current.id(), people.byIds(List.of(current.id()))),
                at);
    }

    @DeleteMapping("/marks/{code}")
    @PreAuthorize("@access.may('JUDGE', 'assessment', #id)")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void unmark(@PathVariable UUID id, @PathVariable String code) {
        changing.change(id, it -> it.unmark(code));
    }

    @PostMapping("/return")
    @PreAuthorize("@access.may('RETURN', 'assessment', #id)")
    public ReviewBody sendBack(@PathVariable UUID id, @Valid @RequestBody ReturnRequest request) {
        deciding.sendBack(id, request.message(), request.due());
        return body(id);
    }

    @PostMapping("/acceptance")
    @PreAuthorize("@access.may('ACCEPT', 'assessment', #id)")
    public ReviewBody accept(@PathVariable UUID id) {
        deciding.accept(id);
        return body(id);
    }

    @PostMapping("/closing")
    @PreAuthorize("@access.may('CLOSE', 'assessment', #id)")
    public ReviewBody close(@PathVariable UUID id) {
        deciding.close(id);
        return body(id);
    }

    @PostMapping("/reopening")
    @PreAuthorize("@access.may('REOPEN', 'assessment', #id)")
    public ReviewBody reopen(@PathVariable UUID id, @Valid @RequestBody ReopeningRequest request) {
        deciding.reopen(id, request.reason());
        return body(id);
    }

    private ResponseEntity<VerdictResult> result(UUID id, String code) {
        var findings = finding.findings(id);
        var assessment = findings.assessment();
        var voice = judging.voice(assessment.unitId()).orElseThrow(() -> new NotThere("verdict", code));
        var verdict = findings.sheets().stream()
                .filter(it -> it.id().equals(VoiceSheet.idFor(id, voice, current.id())))
                .flatMap(it -> it.on(code).stream())
                .findFirst()
                .orElseGet(() -> Verdict.none(code, clock.instant(), 0));
        return ResponseEntity.ok()
                .eTag(Revision.etag(verdict.revision()))
                .body(new VerdictResult(
                        ReviewBody.VerdictBody.of(
                                verdict, assessment.value(code), watching.on(id).since(verdict)),
                        ReviewBody.ResultBody.of(findings)));
    }

    private ReviewBody body(UUID id) {
        var findings = finding.findings(id);
        var review = finding.review(id);
        var assessment = findings.assessment();
        var place = new Place(assessment.institutionId(), assessment.unitId(), assessment.stage());
        return ReviewBody.of(
                findings,
                review,
                current.id(),
                judging.voice(assessment.unitId()).orElse(null),
                people.byIds(ReviewBody.people(findings, review)),
                access.allowedAt(place),
                watching.on(id));
    }
}
