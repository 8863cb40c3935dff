package id.zitrack.organization;

import id.zitrack.platform.NotThere;
import id.zitrack.platform.Revision;
import jakarta.validation.Valid;
import java.net.URI;
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
        var period =
                organization.calendarOf(current.institutionId()).find(id).orElseThrow(() -> new NotThere("period", id));
        return withRevision(period, language);
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

    private ResponseEntity<PeriodResponse> withRevision(Period period, Locale language) {
        return ResponseEntity.ok().eTag(Revision.etag(period.revision())).body(response(period, language));
    }

    private PeriodResponse response(Period period, Locale language) {
        var details = period.details();
        var title = instruments.title(details.instrumentId(), details.instrumentVersion(), language);
        return PeriodResponse.of(period, title.orElse(details.instrumentId()));
    }
}
