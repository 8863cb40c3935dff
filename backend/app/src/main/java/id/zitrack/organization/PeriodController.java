package id.zitrack.organization;

import id.zitrack.platform.NotThere;
import id.zitrack.platform.Revision;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
import org.springframework.web.bind.annotation.RestController;

/** The periods of the caller's institution. */
@RestController
@RequestMapping("/api/periods")
class PeriodController {
    private final Organization organization;
    private final ChangingPeriods changing;
    private final PublishedInstruments instruments;
    private final CurrentInstitution current;

    PeriodController(
            Organization organization,
            ChangingPeriods changing,
            PublishedInstruments instruments,
            CurrentInstitution current) {
        this.organization = organization;
        this.changing = changing;
        this.instruments = instruments;
        this.current = current;
    }

    @GetMapping
    @PreAuthorize("@access.may('SEE_ORGANIZATION')")
    List<PeriodResponse> list(Locale language) {
        return organization.calendarOf(current.institutionId()).newestFirst().stream()
                .map(it -> response(it, language))
                .toList();
    }

    @GetMapping("/{id}")
    @PreAuthorize("@access.may('SEE_ORGANIZATION')")
    ResponseEntity<PeriodResponse> show(@PathVariable UUID id, Locale language) {
        return withRevision(period(id), language);
    }

    @PostMapping
    @PreAuthorize("@access.may('MANAGE_PERIODS')")
    ResponseEntity<PeriodResponse> add(@Valid @RequestBody PeriodRequest request, Locale language) {
        var period = changing.add(current.institutionId(), request.details());
        return ResponseEntity.created(URI.create("/api/periods/" + period.id()))
                .eTag(Revision.etag(period.revision()))
                .body(response(period, language));
    }

    @PutMapping("/{id}")
    @PreAuthorize("@access.may('MANAGE_PERIODS')")
    ResponseEntity<PeriodResponse> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PeriodRequest request,
            Locale language) {
        var period = changing.change(current.institutionId(), id, Revision.require(ifMatch), request.details());
        return withRevision(period, language);
    }

    /** Every move of the calendar, the newest first. */
    @GetMapping("/{id}/moves")
    @PreAuthorize("@access.may('SEE_ORGANIZATION')")
    List<MovedEntry> moves(@PathVariable UUID id) {
        return newestFirst(period(id).moves());
    }

    @PostMapping("/{id}/moves")
    @PreAuthorize("@access.may('MANAGE_PERIODS')")
    ResponseEntity<PeriodResponse> move(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody MoveRequest request,
            Locale language) {
        return withRevision(changing.move(current.institutionId(), id, Revision.require(ifMatch), request), language);
    }

    /** Every extension for a unit, the newest first. */
    @GetMapping("/{id}/extensions")
    @PreAuthorize("@access.may('MANAGE_PERIODS')")
    List<Extension> extensions(@PathVariable UUID id) {
        return newestFirst(period(id).extensions());
    }

    @PostMapping("/{id}/extensions")
    @PreAuthorize("@access.may('MANAGE_PERIODS')")
    ResponseEntity<PeriodResponse> extend(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ExtensionRequest request,
            Locale language) {
        return withRevision(changing.extend(current.institutionId(), id, Revision.require(ifMatch), request), language);
    }

    private Period period(UUID id) {
        return organization.calendarOf(current.institutionId()).find(id).orElseThrow(() -> new NotThere("period", id));
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        var turned = new ArrayList<>(oldestFirst);
        Collections.reverse(turned);
        return turned;
    }

    private ResponseEntity<PeriodResponse> withRevision(Period period, Locale language) {
        return ResponseEntity.ok().eTag(Revision.etag(period.revision())).body(response(period, language));
    }

    private PeriodResponse response(Period period, Locale language) {
        var details = period.details();
        var title = instruments.title(details.instrumentId(), details.instrumentVersion(), language);
        return PeriodResponse.of(period, title.orElse(details.instrumentId()));
    }
}
