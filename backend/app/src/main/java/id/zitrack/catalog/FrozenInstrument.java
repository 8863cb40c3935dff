package id.zitrack.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An instrument as it was published: its files, so that assessments can be read again however the program changes.
 *
 * @param key {@code id@version}
 * @param hash of the content; two publications with one key must agree on it
 * @param institutionId who made it; null for what ships with the program
 * @param draftId the draft it was, so that a publication that broke off is known again
 */
@Document("instruments")
record FrozenInstrument(
        @Id String key,
        String instrumentId,
        String version,
        String hash,
        List<SourceFile> files,
        Instant publishedAt,
        @Nullable UUID institutionId,
        @Nullable UUID draftId)
        implements Recorded {

    /** One YAML file. */
    record SourceFile(String name, String text) {}

    /** Nothing of what ships with the program: nobody here made it. */
    @Override
    public List<Facts> facts() {
        return institutionId == null
                ? List.of()
                : List.of(Facts.about("instrument", key).of(institutionId).say("content", hash));
    }

    InstrumentKey instrumentKey() {
        return new InstrumentKey(instrumentId, version);
    }

    Map<String, byte[]> contents() {
        return files.stream().collect(toMap(SourceFile::name, it -> it.text().getBytes(UTF_8)));
    }

    Publication publication(Instrument instrument) {
        return new Publication(instrument, institutionId, publishedAt);
    }
}
