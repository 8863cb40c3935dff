package id.zitrack.assessment;

import static java.util.stream.Collectors.toSet;

import id.zitrack.identity.Access;
import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.PersonView;
import id.zitrack.identity.Place;
import id.zitrack.identity.Stage;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Page;
import id.zitrack.platform.Revision;
import id.zitrack.scoring.Scoring;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The worksheet of a unit: answers, what they are worth, and handing them in. */
@RestController
@RequestMapping("/api/assessments")
class AssessmentController {
    private final Assessments assessments;
    private final Instruments instruments;
    private final ListingAssessments listing;
    private final BeginningAssessment beginning;
    private final Answering answering;
    private final SubmittingAssessment submitting;
    private final TakingStep taking;
    private final Deadlines deadlines;
    private final Headings headings;
    private final PersonLookup people;
    private final Access access;

    AssessmentController(
            Assessments assessments,
            Instruments instruments,
            ListingAssessments listing,
            BeginningAssessment beginning,
            Answering answering,
            SubmittingAssessment submitting,
            TakingStep taking,
            Deadlines deadlines,
            Headings headings,
            PersonLookup people,
            Access access) {
        this.assessments = assessments;
        this.instruments = instruments;
        this.listing = listing;
        this.beginning = beginning;
        this.answering = answering;
        this.submitting = submitting;
        this.taking = taking;
        this.deadlines = deadlines;
        this.headings = headings;
        this.people = people;
        this.access = access;
    }

    record NewAssessment(@NotNull UUID unitId, @NotNull UUID periodId) {}

    record AnswerRequest(
            @Nullable @Size(max = 4000) String value,
            @Nullable @Size(max = 4000) String note) {}

    record AnswersRequest(@NotEmpty @Size(max = 1000) List<@NotNull @Valid NewAnswer> answers) {}

    record SubmissionRequest(boolean acceptGaps) {}

    record AnswerResult(AnswerBody answer, ResultBody result) {}

    record AnswersResult(List<AnswerBody> answers, ResultBody result) {}

    record SubmissionCheckBody(List<Gap> blank, List<Gap> unproven, List<Warning> warnings, boolean ready) {}

    @GetMapping
    @PreAuthorize("@access.may('SEE_ASSESSMENT')")
    public Page<ListingAssessments.Item> list(
            @RequestParam @Nullable UUID period,
            @RequestParam @Nullable UUID unit,
            @RequestParam @Nullable Stage stage,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return listing.list(period, unit, stage, cursor, limit);
    }

    @PostMapping
    @PreAuthorize("@access.may('CREATE_ASSESSMENT', 'unit', #request.unitId())")
    public ResponseEntity<AssessmentBody> begin(@Valid @RequestBody NewAssessment request) {
        var begun = beginning.begin(request.unitId(), request.periodId());
        return ResponseEntity.created(URI.create("/api/assessments/" + begun.id()))
                .body(body(scored(begun)));
    }

    @GetMapping("/{id}")
    @PreAuthorize("@access.may('SEE_ASSESSMENT', 'assessment', #id)")
    public AssessmentBody get(@PathVariable UUID id) {
        return body(scored(assessments.findById(id).orElseThrow(() -> new NotThere("assessment", id))));
    }

    @PutMapping("/{id}/answers/{code}")
    @PreAuthorize("@access.may('ANSWER', 'assessment', #id)")
    public ResponseEntity<AnswerResult> answer(
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody AnswerRequest request) {
        long seen = Revision.require(ifMatch);
        try {
            var scored = answering.answer(id, code, seen, request.value(), request.note());
            var answer = body(code, scored.assessment().answerTo(code));
            return ResponseEntity.ok()
                    .eTag(Revision.etag(answer.revision()))
                    .body(new AnswerResult(answer, ResultBody.of(scored)));
        } catch (AnswerChanged changed) {
            var theirs = changed.answer();
            throw changed.showing(theirs == null ? AnswerBody.none(code) : AnswerBody.of(theirs, names(theirs.by())));
        }
    }

    @PatchMapping("/{id}/answers")
    @PreAuthorize("@access.may('ANSWER', 'assessment', #id)")
    public AnswersResult answerAll(@PathVariable UUID id, @Valid @RequestBody AnswersRequest request) {
        var scored = answering.answerAll(id, request.answers());
        return new AnswersResult(
                request.answers().stream()
                        .map(it -> body(it.code(), scored.assessment().answerTo(it.code())))
                        .toList(),
                ResultBody.of(scored));
    }

    @GetMapping("/{id}/submission-check")
    @PreAuthorize("@access.may('SEE_ASSESSMENT', 'assessment', #id)")
    public SubmissionCheckBody check(@PathVariable UUID id) {
        var findings = submitting.check(id);
        return new SubmissionCheckBody(findings.blank(), findings.unproven(), findings.warnings(), findings.areNone());
    }

    @PostMapping("/{id}/submission")
    @PreAuthorize("@access.may('SUBMIT', 'assessment', #id)")
    public AssessmentBody submit(@PathVariable UUID id, @Valid @RequestBody SubmissionRequest request) {
        return body(submitting.submit(id, request.acceptGaps()));
    }

    private Scored scored(Assessment assessment) {
        var instrument = instruments.get(assessment.instrument(), assessment.institutionId());
        return new Scored(assessment, instrument, Scoring.score(instrument, assessment.values()));
    }

    private AssessmentBody body(Scored scored) {
        var assessment = scored.assessment();
        var stored = assessment.view();
        var view = deadlines.lockedSince(stored) == null ? stored : stored.locked();
        var authors = Stream.concat(
                        view.answers().values().stream().map(AnswerView::by),
                        view.history().stream().map(Transition::by))
                .collect(toSet());
        var place = new Place(view.institutionId(), view.unitId(), view.stage());
        return AssessmentBody.of(
                scored,
                view,
                headings.of(assessment.line()),
                people.byIds(authors),
                access.allowedAt(place),
                taking.offered(view));
    }

    private AnswerBody body(String code, @Nullable Answer answer) {
        return answer == null ? AnswerBody.none(code) : AnswerBody.of(answer.view(), names(answer.by()));
    }

    private Map<UUID, PersonView> names(UUID by) {
        return people.byIds(List.of(by));
    }
}
