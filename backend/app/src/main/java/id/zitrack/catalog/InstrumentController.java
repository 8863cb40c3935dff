package id.zitrack.catalog;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Revision;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The published instruments, with the thresholds of the caller's institution. */
@RestController
@RequestMapping("/api/instruments")
class InstrumentController {
    private final InstrumentCatalog catalog;
    private final CurrentPerson current;
    private final MongoOperations mongo;

    InstrumentController(InstrumentCatalog catalog, CurrentPerson current, MongoOperations mongo) {
        this.catalog = catalog;
        this.current = current;
        this.mongo = mongo;
    }

    @GetMapping
    @PreAuthorize("@access.may('SEE_ORGANIZATION')")
    List<InstrumentSummary> list(Locale language) {
        return catalog.published().stream()
                .map(it -> InstrumentSummary.of(it, language.toLanguageTag()))
                .toList();
    }

    @GetMapping("/{instrumentId}/{version}")
    @PreAuthorize("@access.may('SEE_ORGANIZATION')")
    InstrumentResponse show(@PathVariable String instrumentId, @PathVariable String version, Locale language) {
        var key = new InstrumentKey(instrumentId, version);
        var instrument = catalog.find(key, current.institutionId()).orElseThrow(() -> new NotThere("instrument", key));
        return InstrumentResponse.of(instrument, language.toLanguageTag());
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
        return catalog.find(key).orElseThrow(() -> new NotThere("instrument", key));
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
