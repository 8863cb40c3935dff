package id.zitrack.evidence;

import id.zitrack.platform.NotThere;
import id.zitrack.platform.Page;
import id.zitrack.reading.FileTextLookup;
import id.zitrack.reading.Preview;
import id.zitrack.reading.Previewing;
import id.zitrack.storage.FileLookup;
import id.zitrack.storage.FileState;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finding evidence by words, and seeing what is in a file without downloading it. */
@RestController
class FindingController {
    private static final int MOST_PER_PAGE = 100;

    private final ListingEvidence listing;
    private final EvidenceRecords records;
    private final FileTextLookup texts;
    private final Responses responses;
    private final FileLookup files;
    private final Previewing previewing;
    private final Looks looks;
    private final ProposingEvidence proposing;

    FindingController(
            ListingEvidence listing,
            EvidenceRecords records,
            FileTextLookup texts,
            Responses responses,
            FileLookup files,
            Previewing previewing,
            Looks looks,
            ProposingEvidence proposing) {
        this.listing = listing;
        this.records = records;
        this.texts = texts;
        this.responses = responses;
        this.files = files;
        this.previewing = previewing;
        this.looks = looks;
        this.proposing = proposing;
    }

    /**
     * Evidence that was found.
     *
     * @param snippet the words in the text of the file; null where only the description has them
     */
    record Hit(EvidenceResponse evidence, @Nullable Snippet snippet) {}

    @GetMapping("/api/evidence/search")
    @PreAuthorize("#unit == null ? @access.may('SEE_EVIDENCE') : @access.may('SEE_EVIDENCE', 'unit', #unit)")
    Page<Hit> search(
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String docType,
            @RequestParam(required = false) @Nullable String question,
            @RequestParam(required = false) @Nullable UUID period,
            @RequestParam(required = false) @Nullable FileState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var filter = new ListingEvidence.Filter(unit, q, docType, question, period, state);
        var page = listing.list(filter, cursor, Math.max(1, Math.min(MOST_PER_PAGE, limit)));
        var found = filter.words().isEmpty() ? Map.<String, String>of() : textsOf(page.items());
        var hits = responses.of(page.items()).stream()
                .map(it -> new Hit(it, snippet(it, found, filter.words())))
                .toList();
        return new Page<>(hits, page.next());
    }

    /** Nothing is shown of a file that may not be opened. */
    private static @Nullable Snippet snippet(EvidenceResponse evidence, Map<String, String> texts, List<String> words) {
        var newest = evidence.versions().get(evidence.versions().size() - 1);
        return newest.state() == FileState.AVAILABLE
                ? Snippet.of(texts.getOrDefault(newest.sha256(), ""), words)
                : null;
    }

    private Map<String, String> textsOf(List<Evidence> evidence) {
        return texts.find(evidence.stream().map(it -> it.current().sha256()).toList());
    }

    @GetMapping("/api/evidence/{id}/versions/{number}/preview")
    @PreAuthorize("@access.may('SEE_EVIDENCE', 'evidence', #id)")
    ResponseEntity<Preview> preview(@PathVariable UUID id, @PathVariable int number) {
        var evidence = records.findById(id).orElseThrow(() -> new NotThere("evidence", id));
        var file = files.requireAvailable(evidence.version(number).sha256());
        looks.note(evidence, Looks.At.PREVIEW, number);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(previewing.of(file));
    }

    @Operation(summary = "Says what files seem to be and which questions they seem to prove; nothing is stored")
    @PostMapping("/api/evidence/proposals")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'unit', #request.unitId())"
            + " and (#request.assessmentId() == null"
            + " or @access.may('LINK_EVIDENCE', 'assessment', #request.assessmentId()))")
    List<Proposal> propose(@Valid @RequestBody ProposalsRequest request) {
        return proposing.propose(request.unitId(), request.assessmentId(), request.files());
    }
}
