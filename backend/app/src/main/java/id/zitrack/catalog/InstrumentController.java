package id.zitrack.catalog;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.instrument.InstrumentSource;
import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.Line;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Revision;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The published instruments, with the thresholds of the caller's institution. */
@RestController
@RequestMapping("/api/instruments")
class InstrumentController {
    private final Catalog catalog;
    private final RetiringInstruments retiring;
    private final CurrentPerson current;
    private final MongoOperations mongo;

    InstrumentController(Catalog catalog, RetiringInstruments retiring, CurrentPerson current, MongoOperations mongo) {
        this.catalog = catalog;
        this.retiring = retiring;
        this.current = current;
        this.mongo = mongo;
    }

    /**
     * Retires an instrument.
     *
     * @param reason shown to those who look for it
     */
    record RetirementRequest(@NotBlank @Line(max = 500) String reason) {}

    /** The keys and values of an instrument's YAML file. */
    record InstrumentSourceBody(Map<String, @Nullable Object> source) {}

    @GetMapping
    @PreAuthorize("@access.may('SEE_ORGANIZATION')")
    List<InstrumentSummary> list(Locale language) {
        var institution = current.institutionId();
        return catalog.publicationsFor(institution).stream()
                .map(it -> InstrumentSummary.of(
                        it,
                        catalog.retirement(institution, it.instrument().key()).orElse(null),
                        language.toLanguageTag()))
                .toList();
    }

    @GetMapping("/{instrumentId}/{version}")
    @PreAuthorize("@access.may('SEE_ORGANIZATION')")
    InstrumentResponse show(@PathVariable String instrumentId, @PathVariable String version, Locale language) {
        var key = new InstrumentKey(instrumentId, version);
        var instrument = catalog.find(key, current.institutionId()).orElseThrow(() -> new NotThere("instrument", key));
        return InstrumentResponse.of(instrument, language.toLanguageTag());
    }

    @GetMapping("/{instrumentId}/{version}/source")
    @PreAuthorize("@access.may('SEE_ORGANIZATION')")
    InstrumentSourceBody source(@PathVariable String instrumentId, @PathVariable String version) {
        return new InstrumentSourceBody(sourceOf(instrumentId, version).values());
    }

    @Operation(summary = "The instrument as one YAML file")
    @GetMapping(path = "/{instrumentId}/{version}/file", produces = InstrumentFile.YAML)
    @PreAuthorize("@access.may('SEE_ORGANIZATION')")
    ResponseEntity<byte[]> file(@PathVariable String instrumentId, @PathVariable String version) {
        return InstrumentFile.yaml(sourceOf(instrumentId, version));
    }

    @Operation(summary = "Offers the instrument no longer for new periods; what runs goes on")
    @PutMapping("/{instrumentId}/{version}/retirement")
    @PreAuthorize("@access.may('MANAGE_INSTRUMENTS')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(
            @PathVariable String instrumentId,
            @PathVariable String version,
            @Valid @RequestBody RetirementRequest request) {
        retiring.retire(
                new InstrumentKey(instrumentId, version), request.reason().strip());
    }

    @Operation(summary = "Offers the instrument again")
    @DeleteMapping("/{instrumentId}/{version}/retirement")
    @PreAuthorize("@access.may('MANAGE_INSTRUMENTS')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void offerAgain(@PathVariable String instrumentId, @PathVariable String version) {
        retiring.offerAgain(new InstrumentKey(instrumentId, version));
    }

    @GetMapping("/{instrumentId}/{version}/thresholds")
    @PreAuthorize("@access.may('SEE_ORGANIZATION')")
    ResponseEntity<ThresholdsView> thresholds(@PathVariable String instrumentId, @PathVariable String version) {
        var instrument = published(instrumentId, version);
        return withRevision(instrument, thresholdsOf(instrument));
    }

    @PutMapping("/{instrumentId}/{version}/thresholds")
    @PreAuthorize("@access.may('MANAGE_INSTRUMENTS')")
    ResponseEntity<ThresholdsView> setThresholds(
            @PathVariable String instrumentId,
            @PathVariable String version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ThresholdsRequest request) {
        var revision = Revision.require(ifMatch);
        var instrument = published(instrumentId, version);
        var thresholds = thresholdsOf(instrument);
        if (thresholds.revision() != revision) {
            throw changedMeanwhile(instrument);
        }
        thresholds.set(request.thresholds(instrument));
        try {
            return withRevision(instrument, mongo.save(thresholds));
        } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
            throw changedMeanwhile(instrument);
        }
    }

    private Instrument published(String instrumentId, String version) {
        var key = new InstrumentKey(instrumentId, version);
        return catalog.publication(key, current.institutionId())
                .orElseThrow(() -> new NotThere("instrument", key))
                .instrument();
    }

    private InstrumentSource sourceOf(String instrumentId, String version) {
        var key = new InstrumentKey(instrumentId, version);
        return catalog.source(key, current.institutionId()).orElseThrow(() -> new NotThere("instrument", key));
    }

    private Thresholds thresholdsOf(Instrument instrument) {
        var id = Thresholds.id(current.institutionId(), instrument.key());
        var thresholds = mongo.findById(id, Thresholds.class);
        return thresholds == null ? Thresholds.noneOf(id) : thresholds;
    }

    private ChangedMeanwhile changedMeanwhile(Instrument instrument) {
        return new ChangedMeanwhile("The thresholds", ThresholdsView.of(instrument, thresholdsOf(instrument)));
    }

    private static ResponseEntity<ThresholdsView> withRevision(Instrument instrument, Thresholds thresholds) {
        return ResponseEntity.ok()
                .eTag(Revision.etag(thresholds.revision()))
                .body(ThresholdsView.of(instrument, thresholds));
    }
}
