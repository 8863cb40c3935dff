package id.zitrack.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import id.zitrack.catalog.FrozenInstrument.SourceFile;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.instrument.InstrumentReader;
import id.zitrack.instrument.InstrumentSource;
import id.zitrack.organization.PublishedInstruments;
import id.zitrack.platform.WrongSetting;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Freezes the instruments that ship with the program when it starts, and keeps compiled ones at hand.
 *
 * <p>A published version never changes: a program that brings other content under a key that is already published does
 * not start.
 */
@Component
class Catalog implements InstrumentCatalog, PublishedInstruments, SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(Catalog.class);

    private final InstrumentReader reader = new InstrumentReader();
    private final Map<InstrumentKey, Publication> compiled = new ConcurrentHashMap<>();
    private final Map<String, Adapted> adapted = new ConcurrentHashMap<>();
    private final MongoOperations mongo;
    private final Clock clock;

    /** An instrument compiled with one revision of an institution's thresholds. */
    private record Adapted(long revision, Instrument instrument) {}

    Catalog(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (var id : reader.bundled()) {
            publish(bundledFiles(id));
        }
    }

    /**
     * Publishes an instrument that ships with the program, or finds that the same content is published already. A
     * version that an institution has published as its own stays theirs: sheets of theirs are on it.
     */
    Instrument publish(List<SourceFile> files) {
        var contents = files.stream()
                .collect(Collectors.toMap(SourceFile::name, it -> it.text().getBytes(UTF_8)));
        var instrument = reader.read(contents);
        var standing = insert(frozen(instrument, files, null, null));
        if (standing.institutionId() != null) {
            log.warn("Version {} ships with the program but an institution has published its own.", instrument.key());
        } else if (!standing.hash().equals(instrument.hash())) {
            throw changed(
                    instrument.key(),
                    "brings other content than what is published under this version;"
                            + " give the changed instrument a new version.");
        } else {
            compiled.put(instrument.key(), standing.publication(instrument));
        }
        return instrument;
    }

    /**
     * Publishes what an institution has made, or finds that this very draft with this content was published before.
     *
     * @throws InstrumentVersionTaken if something else is published under its id and version
     */
    Publication publish(UUID institutionId, UUID draftId, InstrumentSource source, Instrument instrument) {
        var files = List.of(new SourceFile(InstrumentReader.MAIN_FILE, source.yaml()));
        var standing = insert(frozen(instrument, files, institutionId, draftId));
        if (!draftId.equals(standing.draftId()) || !standing.hash().equals(instrument.hash())) {
            throw new InstrumentVersionTaken(instrument.key());
        }
        var publication = standing.publication(instrument);
        compiled.put(instrument.key(), publication);
        return publication;
    }

    private FrozenInstrument frozen(
            Instrument instrument, List<SourceFile> files, @Nullable UUID institutionId, @Nullable UUID draftId) {
        var key = instrument.key();
        return new FrozenInstrument(
                key.toString(),
                key.id(),
                key.version(),
                instrument.hash(),
                files,
                clock.instant(),
                institutionId,
                draftId);
    }

    /** Stores it unless something is published under its key; gives what is there then. */
    private FrozenInstrument insert(FrozenInstrument frozen) {
        var standing = mongo.findById(frozen.key(), FrozenInstrument.class);
        if (standing == null) {
            try {
                return mongo.insert(frozen);
            } catch (DuplicateKeyException e) {
                standing = mongo.findById(frozen.key(), FrozenInstrument.class);
            }
        }
        return Objects.requireNonNull(standing, "nothing published ever goes away");
    }

    @Override
    public List<Instrument> published() {
        return keys().stream()
                .flatMap(it -> find(it).stream())
                .sorted(comparing(Instrument::key, VersionNumbers.KEYS))
                .toList();
    }

    /** What an institution may see: what ships with the program and what it has made. */
    List<Publication> publicationsFor(UUID institutionId) {
        return keys().stream()
                .flatMap(it -> publication(it).filter(found -> found.isFor(institutionId)).stream())
                .sorted(comparing(it -> it.instrument().key(), VersionNumbers.KEYS))
                .toList();
    }

    /** One publication, if the institution may see it. */
    Optional<Publication> publication(InstrumentKey key, UUID institutionId) {
        return publication(key).filter(it -> it.isFor(institutionId));
    }

    /** The files of a published instrument as one source. */
    Optional<InstrumentSource> source(InstrumentKey key, UUID institutionId) {
        return publication(key, institutionId)
                .map(it -> mongo.findById(key.toString(), FrozenInstrument.class))
                .map(it -> InstrumentSource.ofFiles(it.contents()));
    }

    /** Every key that is taken, whoever has published under it. */
    List<InstrumentKey> keys() {
        var query = new Query();
        query.fields().include("instrumentId", "version");
        return mongo.find(query, Document.class, mongo.getCollectionName(FrozenInstrument.class)).stream()
                .map(it -> new InstrumentKey(it.getString("instrumentId"), it.getString("version")))
                .toList();
    }

    /** Whether instruments with this id ship with the program, which numbers its versions 1, 2, 3. */
    boolean ships(String instrumentId) {
        return reader.bundled().contains(instrumentId);
    }

    @Override
    public Optional<Instrument> find(InstrumentKey key) {
        return publication(key).map(Publication::instrument);
    }

    private Optional<Publication> publication(InstrumentKey key) {
        var known = compiled.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        var frozen = mongo.findById(key.toString(), FrozenInstrument.class);
        if (frozen == null || !frozen.instrumentKey().equals(key)) {
            return Optional.empty();
        }
        var publication = frozen.publication(compile(frozen));
        compiled.put(key, publication);
        return Optional.of(publication);
    }

    @Override
    public Optional<Instrument> find(InstrumentKey key, UUID institutionId) {
        return publication(key, institutionId).map(it -> adapt(it.instrument(), Thresholds.id(institutionId, key)));
    }

    @Override
    public Optional<String> title(String id, String version, Locale language) {
        return find(new InstrumentKey(id, version)).map(it -> it.title().in(language.toLanguageTag()));
    }

    @Override
    public Offer offer(UUID institutionId, String id, String version) {
        var key = new InstrumentKey(id, version);
        if (publication(key, institutionId).isEmpty()) {
            return Offer.UNKNOWN;
        }
        return retirement(institutionId, key).isPresent() ? Offer.RETIRED : Offer.OFFERED;
    }

    /** That the institution no longer offers an instrument, and why. */
    Optional<Retirement> retirement(UUID institutionId, InstrumentKey key) {
        return Optional.ofNullable(mongo.findById(Thresholds.id(institutionId, key), Retirement.class));
    }

    private Instrument adapt(Instrument instrument, String thresholdsId) {
        var thresholds = mongo.findById(thresholdsId, Thresholds.class);
        if (thresholds == null) {
            return instrument;
        }
        var known = adapted.get(thresholdsId);
        if (known != null && known.revision() == thresholds.revision()) {
            return known.instrument();
        }
        var byAward = new EnumMap<Award, Map<String, BigDecimal>>(Award.class);
        for (var it : thresholds.thresholds()) {
            byAward.computeIfAbsent(it.award(), award -> new LinkedHashMap<>())
                    .put(it.gateId(), new BigDecimal(it.required()));
        }
        var fresh = new Adapted(thresholds.revision(), instrument.withThresholds(byAward));
        adapted.put(thresholdsId, fresh);
        return fresh.instrument();
    }

    private Instrument compile(FrozenInstrument frozen) {
        var instrument = reader.read(frozen.contents());
        if (!instrument.hash().equals(frozen.hash())) {
            throw changed(frozen.instrumentKey(), "is read differently by this program than when it was published.");
        }
        return instrument;
    }

    private static WrongSetting changed(InstrumentKey key, String how) {
        return new WrongSetting("indicators/" + key.id(), "version " + key.version() + " " + how);
    }

    private static List<SourceFile> bundledFiles(String id) {
        return BundledFiles.in(id).entrySet().stream()
                .map(it -> new SourceFile(it.getKey(), new String(it.getValue(), UTF_8)))
                .toList();
    }
}
