package id.zitrack.evidence;

import id.zitrack.evidence.Evidence.KeepingStep.Kind;
import id.zitrack.inspection.FileName;
import id.zitrack.platform.Facts;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Recorded;
import id.zitrack.storage.StoredFile;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
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
@CompoundIndex(def = "{'institutionId': 1, 'versions.sha256': 1}")
@CompoundIndex(def = "{'versions.sha256': 1}")
@CompoundIndex(def = "{'institutionId': 1, 'removal.at': -1, '_id': -1}")
@CompoundIndex(def = "{'institutionId': 1, 'hold.at': -1, '_id': -1}")
@CompoundIndex(def = "{'institutionId': 1, 'purge.at': -1, '_id': -1}")
@CompoundIndex(def = "{'purge.done': 1}")
class Evidence implements Recorded {
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
    private @Nullable Hold hold;
    private @Nullable Purge purge;

    // Every step of deleting and keeping, oldest first; null for what nobody ever thought of deleting.
    private @Nullable List<KeepingStep> keeping;

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

    /** Who took it away, when, and why; early records do not say why. */
    record Removal(UUID by, Instant at, @Nullable String reason) {}

    /** Who forbids to delete it, since when, and why. */
    record Hold(UUID by, Instant at, String reason) {}

    /**
     * Who had its files destroyed, when, and why.
     *
     * @param done whether the bytes are gone, as far as no other record needs them
     */
    record Purge(UUID by, Instant at, String reason, boolean done) {}

    /** One step of deleting and keeping. */
    record KeepingStep(Kind kind, UUID by, Instant at, String reason) {
        enum Kind {
            REMOVED,
            RESTORED,
            HELD,
            RELEASED,
            PURGED
        }
    }

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

    /** The activities through which the question of a link is linked. */
    List<UUID> activitiesTo(Link link) {
        return waysTo(link.assessmentId(), link.code()).stream()
                .flatMap(it -> Stream.ofNullable(it.activityId()))
                .toList();
    }

    /** Takes it out of sight; the record and its files stay. */
    void remove(UUID by, Instant at, String reason) {
        requireNotHeld();
        requireUnused();
        removal = new Removal(by, at, reason);
        keep(Kind.REMOVED, by, at, reason);
    }

    /** Brings back what was removed. */
    void restore(UUID by, Instant at, String reason) {
        removal = null;
        keep(Kind.RESTORED, by, at, reason);
    }

    /** Forbids to remove or destroy it, whatever the retention time says. */
    void hold(UUID by, Instant at, String reason) {
        hold = new Hold(by, at, reason);
        keep(Kind.HELD, by, at, reason);
    }

    void release(UUID by, Instant at, String reason) {
        hold = null;
        keep(Kind.RELEASED, by, at, reason);
    }

    /**
     * Gives its files up for good; what it was, and who decided so, stays on record.
     *
     * @param retention how long it must have been removed
     */
    void purge(UUID by, Instant at, String reason, Period retention) {
        requireNotHeld();
        requireUnused();
        var until = purgeableFrom(retention);
        if (until == null || until.isAfter(at)) {
            throw new RetentionRunning(id, until);
        }
        purge = new Purge(by, at, reason, false);
        keep(Kind.PURGED, by, at, reason);
    }

    /** The bytes are gone, as far as no other record needs them. */
    void purged() {
        if (purge != null) {
            purge = new Purge(purge.by(), purge.at(), purge.reason(), true);
        }
    }

    /** From when on it may be destroyed; null unless it is removed. */
    @Nullable
    Instant purgeableFrom(Period retention) {
        return removal == null
                ? null
                : removal.at().atOffset(ZoneOffset.UTC).plus(retention).toInstant();
    }

    private void requireNotHeld() {
        if (hold != null) {
            throw new EvidenceHeld(id, hold.reason());
        }
    }

    private void requireUnused() {
        if (!links.isEmpty()) {
            throw new EvidenceInUse(id, links(), List.of());
        }
    }

    private void keep(Kind kind, UUID by, Instant at, String reason) {
        var steps = keeping == null ? new ArrayList<KeepingStep>() : new ArrayList<>(keeping);
        steps.add(new KeepingStep(kind, by, at, reason));
        keeping = steps;
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

    /**
     * The version with this number.
     *
     * @throws NotThere if there is none
     */
    FileVersion version(int number) {
        return versions.stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotThere("version of evidence " + id, number));
    }

    /** Of secret evidence only what happened, not what it is. */
    @Override
    public List<Facts> facts() {
        var facts = Facts.about("evidence", id).of(institutionId).ofUnit(unitId);
        BiConsumer<String, @Nullable Object> tell = isSecret() ? facts::hide : facts::say;
        details.tell(facts, tell);
        versions.forEach(it -> {
            tell.accept("file:" + it.number(), it.fileName());
            tell.accept("sha256:" + it.number(), it.sha256());
            tell.accept("reason:" + it.number(), it.reason());
        });
        for (var it : links) {
            var way = it.activityId() == null ? "" : ":" + it.activityId();
            facts.say("link:" + it.assessmentId() + ":" + it.code() + way, "+");
        }
        var steps = keeping();
        for (int step = 0; step < steps.size(); step++) {
            facts.say("step:" + (step + 1), steps.get(step).kind());
            tell.accept("stepReason:" + (step + 1), steps.get(step).reason());
        }
        return List.of(facts);
    }

    boolean isSecret() {
        return details.isSecret();
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

    boolean isPurged() {
        return purge != null;
    }

    @Nullable
    Removal removal() {
        return removal;
    }

    @Nullable
    Hold hold() {
        return hold;
    }

    @Nullable
    Purge purge() {
        return purge;
    }

    /** Every step of deleting and keeping, oldest first. */
    List<KeepingStep> keeping() {
        return keeping == null ? List.of() : List.copyOf(keeping);
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
