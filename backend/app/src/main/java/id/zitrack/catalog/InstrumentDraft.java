package id.zitrack.catalog;

import id.zitrack.instrument.InstrumentKey;
import id.zitrack.instrument.InstrumentSource;
import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import id.zitrack.platform.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** An instrument that an institution is working on; it may be wrong in every way until it is published. */
@Document("instrumentDrafts")
@CompoundIndex(def = "{'institutionId': 1}")
class InstrumentDraft implements Recorded {
    @Id
    private final UUID id;

    @Version
    private @Nullable Long version;

    private final UUID institutionId;
    private final @Nullable Base basedOn;
    private String yaml;
    private Head head;
    private Instant updatedAt;
    private UUID updatedBy;

    /** The published instrument that it began as a copy of. */
    record Base(String instrumentId, String version) {}

    /** What lists show, worked out when it is saved. */
    record Head(String instrumentId, String version, String title, int problems) {}

    InstrumentDraft(
            UUID id,
            UUID institutionId,
            @Nullable Base basedOn,
            String yaml,
            Head head,
            Instant updatedAt,
            UUID updatedBy) {
        this.id = id;
        this.institutionId = institutionId;
        this.basedOn = basedOn;
        this.yaml = yaml;
        this.head = head;
        this.updatedAt = updatedAt;
        this.updatedBy = updatedBy;
    }

    static InstrumentDraft of(
            UUID institutionId,
            @Nullable InstrumentKey basedOn,
            InstrumentSource source,
            DraftCheck check,
            Instant now,
            UUID author) {
        return new InstrumentDraft(
                UUID.randomUUID(),
                institutionId,
                basedOn == null ? null : new Base(basedOn.id(), basedOn.version()),
                source.yaml(),
                head(source, check),
                now,
                author);
    }

    void save(InstrumentSource source, DraftCheck check, Instant now, UUID author) {
        yaml = source.yaml();
        head = head(source, check);
        updatedAt = now;
        updatedBy = author;
    }

    @Override
    public List<Facts> facts() {
        return List.of(Facts.about("instrument-draft", id)
                .of(institutionId)
                .say("basedOn", basedOn == null ? null : basedOn.instrumentId() + "@" + basedOn.version())
                .say("instrument", head.instrumentId() + "@" + head.version())
                .say("title", head.title())
                .say("content", Sha256.of(yaml)));
    }

    private static Head head(InstrumentSource source, DraftCheck check) {
        var key = source.key();
        return new Head(
                key.id(),
                key.version(),
                source.title().id(),
                check.problems().size() + check.differences().size());
    }

    UUID id() {
        return id;
    }

    UUID institutionId() {
        return institutionId;
    }

    @Nullable
    Base basedOn() {
        return basedOn;
    }

    String yaml() {
        return yaml;
    }

    Head head() {
        return head;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    UUID updatedBy() {
        return updatedBy;
    }

    /** Counts the changes, from 0. */
    long revision() {
        return version == null ? 0 : version;
    }
}
