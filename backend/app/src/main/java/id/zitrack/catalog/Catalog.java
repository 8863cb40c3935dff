package id.zitrack.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import id.zitrack.catalog.FrozenInstrument.SourceFile;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.instrument.InstrumentReader;
import id.zitrack.organization.PublishedInstruments;
import id.zitrack.platform.WrongSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
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
    private final InstrumentReader reader = new InstrumentReader();
    private final Map<InstrumentKey, Instrument> compiled = new ConcurrentHashMap<>();
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

    /** Publishes an instrument, or finds that the same content is published already. */
    Instrument publish(List<SourceFile> files) {
        var contents = files.stream()
                .collect(Collectors.toMap(SourceFile::name, it -> it.text().getBytes(UTF_8)));
        var instrument = reader.read(contents);
        var key = instrument.key();
        var frozen = new FrozenInstrument(
                key.toString(), key.id(), key.version(), instrument.hash(), files, clock.instant());
        var standing = mongo.findById(frozen.key(), FrozenInstrument.class);
        if (standing == null) {
            try {
                standing = mongo.insert(frozen);
            } catch (DuplicateKeyException e) {
                standing = mongo.findById(frozen.key(), FrozenInstrument.class);
            }
        }
        if (standing == null || !standing.hash().equals(instrument.hash())) {
            throw changed(
                    key,
                    "brings other content than what is published under this version;"
                            + " give the changed instrument a new version.");
        }
        compiled.put(key, instrument);
        return instrument;
    }

    @Override
    public List<Instrument> published() {
        var query = new Query();
        query.fields().include("instrumentId", "version");
        return mongo.find(query, Document.class, mongo.getCollectionName(FrozenInstrument.class)).stream()
                .map(it -> new InstrumentKey(it.getString("instrumentId"), it.getString("version")))
                .flatMap(it -> find(it).stream())
                .sorted(comparing((Instrument it) -> it.key().id())
                        .thenComparing(it -> it.key().version()))
                .toList();
    }

    @Override
    public Optional<Instrument> find(InstrumentKey key) {
        var known = compiled.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        var frozen = mongo.findById(key.toString(), FrozenInstrument.class);
        if (frozen == null || !frozen.instrumentKey().equals(key)) {
            return Optional.empty();
        }
        var instrument = compile(frozen);
        compiled.put(key, instrument);
        return Optional.of(instrument);
    }

    @Override
    public Optional<Instrument> find(InstrumentKey key, UUID institutionId) {
        return find(key).map(it -> adapt(it, Thresholds.id(institutionId, key)));
    }

    @Override
    public Optional<String> title(String id, String version, Locale language) {
        return find(new InstrumentKey(id, version)).map(it -> it.title().in(language.toLanguageTag()));
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
        try {
            var resources =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:indicators/" + id + "/*.yaml");
            var files = new ArrayList<SourceFile>();
            for (var resource : Arrays.asList(resources)) {
                var name = resource.getFilename();
                if (name != null && files.stream().noneMatch(it -> it.name().equals(name))) {
                    files.add(new SourceFile(name, resource.getContentAsString(UTF_8)));
                }
            }
            files.sort(comparing(SourceFile::name));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled instrument " + id + " cannot be read", e);
        }
    }
}
