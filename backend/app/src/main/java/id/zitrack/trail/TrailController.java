package id.zitrack.trail;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.PersonLookup;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.organization.PeriodView;
import id.zitrack.platform.DownloadTickets;
import id.zitrack.platform.Line;
import id.zitrack.platform.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail of the caller's institution: reading it, taking it along, and having it checked. */
@RestController
@RequestMapping("/api/trail")
class TrailController {
    private final ReadingTrail reading;
    private final Verifying verifying;
    private final DownloadTickets tickets;
    private final PersonLookup people;
    private final OrganizationLookup organization;
    private final CurrentPerson current;

    TrailController(
            ReadingTrail reading,
            Verifying verifying,
            DownloadTickets tickets,
            PersonLookup people,
            OrganizationLookup organization,
            CurrentPerson current) {
        this.reading = reading;
        this.verifying = verifying;
        this.tickets = tickets;
        this.people = people;
        this.organization = organization;
        this.current = current;
    }

    /**
     * The head that somebody has noted, if they want to know whether it is in the chain.
     *
     * @param seq with {@code hash} or not at all
     */
    record VerificationRequest(
            @Min(1) @Nullable Long seq,
            @Pattern(regexp = "[0-9a-f]{64}") @Nullable String hash) {}

    /**
     * Which entries to take along and how.
     *
     * @param format for spreadsheets, or one JSON object a line from which the hashes can be computed again
     */
    record ExportRequest(
            @NotNull @Pattern(regexp = "csv|jsonl") String format,
            @Nullable UUID unit,
            @Nullable UUID person,
            @Line(max = 100) @Nullable String kind,
            @Line(max = 200) @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** Where to fetch it, soon. */
    record ExportTicket(String url) {}

    /** Lists entries, the newest first; the cursor is the number of the last entry of the page before. */
    @GetMapping
    @PreAuthorize("@access.may('SEE_TRAIL')")
    Page<TrailLine> list(
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Line(max = 100) @Nullable String kind,
            @RequestParam(required = false) @Line(max = 200) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Min(1) @Nullable Long cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var filter = new TrailFilter(unit, person, kind, subject, from, until);
        var links = reading.newest(current.institutionId(), filter, cursor, limit + 1);
        var names = names(links);
        return Page.upTo(
                limit, links.stream().map(it -> TrailLine.of(it, names)).toList(), it -> String.valueOf(it.seq()));
    }

    /** Follows the whole chain. */
    @PostMapping("/verification")
    @PreAuthorize("@access.may('SEE_TRAIL')")
    ChainCheck.Result verify(@Valid @RequestBody VerificationRequest request) {
        var seq = request.seq();
        var hash = request.hash();
        return verifying.verify(
                current.institutionId(), seq == null || hash == null ? null : new ChainCheck.Noted(seq, hash));
    }

    @PostMapping("/exports")
    @PreAuthorize("@access.may('SEE_TRAIL')")
    ExportTicket export(@Valid @RequestBody ExportRequest request) {
        return new ExportTicket(tickets.issue(TrailExport.KIND, TrailExport.what(request)));
    }

    private TrailLine.Names names(List<Link> links) {
        var ids = links.stream()
                .flatMap(it -> Stream.of(it.by(), it.kind().equals("person") ? it.subject() : null))
                .filter(Objects::nonNull)
                .map(UUID::fromString)
                .collect(toSet());
        var institution = current.institutionId();
        return new TrailLine.Names(
                people.byIds(ids),
                organization.allUnitsOf(institution),
                organization.periodsOf(institution).stream().collect(toMap(PeriodView::id, identity())));
    }
}
