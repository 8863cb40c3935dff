package id.zitrack.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something a unit shows to prove its answers: what it is about, the versions of its file, and the questions it
 * proves. Versions are only added, and what is removed stays in the store.
 */
@Document("evidence")
@CompoundIndex(def = "{'unitId': 1, 'createdAt': -1, '_id': -1}")
@CompoundIndex(def = "{'links.assessmentId': 1}")
@CompoundIndex(def = "{'institutionId': 1, 'versions.sha256': 1}")
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

    /**
     * A question of an assessment that this proves. A question may be linked in several ways, each of which can end
     * without the others.
     *
     * @param activityId the activity through which it is linked; null if by itself
     * @param carriedFrom the earlier assessment in which it proved the same question and was confirmed from
     */
    record Link(
            UUID assessmentId,
            String code,
            UUID by,
            Instant at,
            @Nullable UUID activityId,
            @Nullable UUID carriedFrom) {
        boolean isTo(UUID assessment, String question) {
            return assessmentId.equals(assessment) && code.equals(question);
        }

        boolean isDirect() {
            return activityId == null;
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
        return link(new Link(assessmentId, code, by, at, null, null));
    }

    /** Links a question in one more way; the same way again adds nothing. */
    boolean link(Link link) {
        if (waysTo(link.assessmentId(), link.code()).stream()
                .anyMatch(it -> Objects.equals(it.activityId(), link.activityId()))) {
            return false;
        }
        links.add(link);
        return true;
    }

    /** Ends the link that somebody made by itself; those through activities stay. */
    boolean unlink(UUID assessmentId, String code) {
        return links.removeIf(it -> it.isTo(assessmentId, code) && it.isDirect());
    }

    /** Ends the link through one activity. */
    boolean unlink(UUID assessmentId, String code, UUID activityId) {
        return links.removeIf(it -> it.isTo(assessmentId, code) && activityId.equals(it.activityId()));
    }

    /** In which ways a question is linked; none if it is not. */
    List<Link> waysTo(UUID assessmentId, String code) {
        return links.stream().filter(it -> it.isTo(assessmentId, code)).toList();
    }

    /** Takes it out of sight; the record and its files stay. */
    void remove(UUID by, Instant at) {
        if (!links.isEmpty()) {
            throw new EvidenceInUse(id, links(), List.of());
        }
        removal = new Removal(by, at);
    }

    boolean isLinkedTo(UUID assessmentId, String code) {
        return links.stream().anyMatch(it -> it.isTo(assessmentId, code));
    }

    /** The version that counts now. */
    FileVersion current() {
        return versions.get(versions.size() - 1);
    }

    boolean isSecret() {
        return details.isSecret();
    }

    boolean isRemoved() {
        return removal != null;
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

    /** The questions this proves, each once however many ways lead there. */
    List<Link> links() {
        var once = new ArrayList<Link>();
        for (var link : links) {
            if (once.stream().noneMatch(it -> it.isTo(link.assessmentId(), link.code()))) {
                once.add(link);
            }
        }
        return List.copyOf(once);
    }

    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
