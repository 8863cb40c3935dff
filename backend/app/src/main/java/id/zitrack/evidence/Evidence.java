package id.zitrack.evidence;

import id.zitrack.instrument.Confidentiality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something a unit shows to prove its answers: what it is about, the versions of its file, and the questions it
 * proves. Versions are only added, and what is removed stays in the store.
 */
@Document("evidence")
@CompoundIndex(def = "{'unitId': 1, 'createdAt': -1, '_id': -1}")
@CompoundIndex(def = "{'institutionId': 1, 'createdAt': -1, '_id': -1}")
@CompoundIndex(def = "{'links.assessmentId': 1}")
class Evidence {
    @Id
    private final UUID id;

    @Version
    private @Nullable Long lock;

    private final UUID institutionId;
    private final UUID unitId;
    private Details details;

    // Counts changes of the details only: linking a question must not invalidate what somebody is typing.
    private long revision;

    private final List<FileVersion> versions;
    private final List<Link> links;
    private final UUID createdBy;
    private final Instant createdAt;
    private @Nullable Removal removal;

    // Unique, so that a list can be read place by place; null in records of versions that knew no places.
    @Indexed(unique = true, sparse = true)
    private @Nullable String place;

    @Indexed(unique = true, sparse = true)
    private @Nullable String unitPlace;

    /** One state of the file; {@code reason} says why it replaced the one before. */
    record FileVersion(
            int number,
            String fileName,
            String sha256,
            long size,
            String mediaType,
            @Nullable String reason,
            UUID by,
            Instant at) {}

    /** A question of an assessment that this proves. */
    record Link(UUID assessmentId, String code, UUID by, Instant at) {
        boolean isTo(UUID assessment, String question) {
            return assessmentId.equals(assessment) && code.equals(question);
        }
    }

    /** Who took it away, and when. */
    record Removal(UUID by, Instant at) {}

    Evidence(
            UUID id,
            UUID institutionId,
            UUID unitId,
            Details details,
            long revision,
            List<FileVersion> versions,
            List<Link> links,
            UUID createdBy,
            Instant createdAt) {
        this.id = id;
        this.institutionId = institutionId;
        this.unitId = unitId;
        this.details = details;
        this.revision = revision;
        this.versions = new ArrayList<>(versions);
        this.links = new ArrayList<>(links);
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    static Evidence of(UUID id, UUID institutionId, UUID unitId, Details details, FileVersion first) {
        return new Evidence(id, institutionId, unitId, details, 1, List.of(first), List.of(), first.by(), first.at());
    }

    /** Describes it anew; returns whether that changed anything. */
    boolean describe(Details described) {
        if (details.equals(described)) {
            return false;
        }
        details = described;
        revision++;
        return true;
    }

    /** Adds a version of the file; the same bytes again add nothing. */
    boolean replaceFile(StoredFile file, String claimedName, @Nullable String reason, UUID by, Instant at) {
        if (current().sha256().equals(file.sha256())) {
            return false;
        }
        versions.add(version(versions.size() + 1, file, claimedName, reason, by, at));
        return true;
    }

    static FileVersion version(
            int number, StoredFile file, String claimedName, @Nullable String reason, UUID by, Instant at) {
        return new FileVersion(
                number,
                FileName.of(claimedName, file.type()).value(),
                file.sha256(),
                file.size(),
                file.mediaType(),
                reason,
                by,
                at);
    }

    boolean link(UUID assessmentId, String code, UUID by, Instant at) {
        if (isLinkedTo(assessmentId, code)) {
            return false;
        }
        links.add(new Link(assessmentId, code, by, at));
        return true;
    }

    boolean unlink(UUID assessmentId, String code) {
        return links.removeIf(it -> it.isTo(assessmentId, code));
    }

    /** Takes it out of sight; the record and its files stay. */
    void remove(UUID by, Instant at) {
        if (!links.isEmpty()) {
            throw new EvidenceInUse(id, links);
        }
        removal = new Removal(by, at);
    }

    /** Gives it its places in the rows of the institution and of the unit, once. */
    void placeAt(String inInstitution, String inUnit) {
        place = inInstitution;
        unitPlace = inUnit;
    }

    boolean isLinkedTo(UUID assessmentId, String code) {
        return links.stream().anyMatch(it -> it.isTo(assessmentId, code));
    }

    /** The version that counts now. */
    FileVersion current() {
        return versions.get(versions.size() - 1);
    }

    boolean isSecret() {
        return details.confidentiality() == Confidentiality.SECRET;
    }

    boolean isRemoved() {
        return removal != null;
    }

    /** Changes with every save; null before the first. */
    @Nullable
    Long lock() {
        return lock;
    }

    @Nullable
    String place() {
        return place;
    }

    @Nullable
    String unitPlace() {
        return unitPlace;
    }

    UUID id() {
        return id;
    }

    UUID institutionId() {
        return institutionId;
    }

    UUID unitId() {
        return unitId;
    }

    Details details() {
        return details;
    }

    long revision() {
        return revision;
    }

    List<FileVersion> versions() {
        return List.copyOf(versions);
    }

    List<Link> links() {
        return List.copyOf(links);
    }

    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
