package id.zitrack.activity;

import id.zitrack.evidence.DateCheck.Dated;
import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A meeting or training of a unit with the documents that prove it took place; together they prove many questions.
 *
 * <p>It says which evidence lies in which slot and which questions it proves. What counts as proof are the links of the
 * evidence itself, each of which names the activity it goes through.
 */
@Document("activities")
@CompoundIndex(def = "{'unitId': 1, 'about.date': -1, '_id': -1}")
@CompoundIndex(def = "{'entries.evidenceId': 1}")
@CompoundIndex(def = "{'questions.assessmentId': 1}")
class Activity implements Recorded {
    @Id
    private final UUID id;

    @Version
    private @Nullable Long lock;

    private final UUID institutionId;
    private final UUID unitId;
    private About about;

    // Counts changes of the description only: filling a slot must not invalidate what somebody is typing.
    private long revision;

    private final List<Entry> entries;
    private final List<Asked> questions;
    private final UUID createdBy;
    private final Instant createdAt;

    /**
     * What took place.
     *
     * @param until the last day of an activity of several days; null for one day
     */
    record About(
            String title,
            LocalDate date,
            @Nullable LocalDate until,
            @Nullable String place,
            @Nullable String note) {

        LocalDate lastDay() {
            return until == null ? date : until;
        }
    }

    /** What an activity leaves behind, and the kind of document that it usually is. */
    enum Slot {
        INVITATION("invitation"),
        ATTENDANCE("attendance"),
        MINUTES("minutes"),
        PHOTOS("photo"),
        REPORT("report");

        private final String docType;

        Slot(String docType) {
            this.docType = docType;
        }

        String docType() {
            return docType;
        }
    }

    /** A piece of evidence in a slot; a slot may hold several. */
    record Entry(Slot slot, UUID evidenceId, UUID by, Instant at) {}

    /** A question of an assessment that the activity proves. */
    record Asked(UUID assessmentId, String code, UUID by, Instant at) {
        boolean is(UUID assessment, String question) {
            return assessmentId.equals(assessment) && code.equals(question);
        }
    }

    Activity(
            UUID id,
            UUID institutionId,
            UUID unitId,
            About about,
            long revision,
            List<Entry> entries,
            List<Asked> questions,
            UUID createdBy,
            Instant createdAt) {
        this.id = id;
        this.institutionId = institutionId;
        this.unitId = unitId;
        this.about = about;
        this.revision = revision;
        this.entries = new ArrayList<>(entries);
        this.questions = new ArrayList<>(questions);
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    static Activity of(UUID institutionId, UUID unitId, About about, UUID by, Instant at) {
        return new Activity(UUID.randomUUID(), institutionId, unitId, about, 1, List.of(), List.of(), by, at);
    }

    /** Describes it anew; returns whether that changed anything. */
    boolean describe(About described) {
        if (about.equals(described)) {
            return false;
        }
        about = described;
        revision++;
        return true;
    }

    /** Puts evidence into a slot; where it lies already nothing changes. */
    boolean put(Slot slot, UUID evidenceId, UUID by, Instant at) {
        if (holds(slot, evidenceId)) {
            return false;
        }
        entries.add(new Entry(slot, evidenceId, by, at));
        return true;
    }

    boolean take(Slot slot, UUID evidenceId) {
        return entries.removeIf(it -> it.slot() == slot && it.evidenceId().equals(evidenceId));
    }

    boolean ask(UUID assessmentId, String code, UUID by, Instant at) {
        if (proves(assessmentId, code)) {
            return false;
        }
        questions.add(new Asked(assessmentId, code, by, at));
        return true;
    }

    boolean forget(UUID assessmentId, String code) {
        return questions.removeIf(it -> it.is(assessmentId, code));
    }

    boolean proves(UUID assessmentId, String code) {
        return questions.stream().anyMatch(it -> it.is(assessmentId, code));
    }

    boolean holds(Slot slot, UUID evidenceId) {
        return entries.stream()
                .anyMatch(it -> it.slot() == slot && it.evidenceId().equals(evidenceId));
    }

    boolean holds(UUID evidenceId) {
        return entries.stream().anyMatch(it -> it.evidenceId().equals(evidenceId));
    }

    /** The slots that hold none of this evidence. */
    Set<Slot> missing(Set<UUID> available) {
        var missing = EnumSet.allOf(Slot.class);
        entries.stream().filter(it -> available.contains(it.evidenceId())).forEach(it -> missing.remove(it.slot()));
        return missing;
    }

    /**
     * Whether the dates of evidence in a slot contradict those of the activity: it tells of another day, an invitation
     * was written after it, or minutes, attendance and report before.
     */
    boolean disagreesWith(Dated evidence) {
        return entries.stream()
                .filter(it -> it.evidenceId().equals(evidence.evidenceId()))
                .anyMatch(it -> disagrees(it.slot(), evidence.activityDate(), evidence.documentDate()));
    }

    private boolean disagrees(Slot slot, @Nullable LocalDate activityDate, @Nullable LocalDate documentDate) {
        if (activityDate != null && (activityDate.isBefore(about.date()) || activityDate.isAfter(about.lastDay()))) {
            return true;
        }
        if (documentDate == null) {
            return false;
        }
        return slot == Slot.INVITATION ? documentDate.isAfter(about.date()) : documentDate.isBefore(about.date());
    }

    @Override
    public List<Facts> facts() {
        var facts = Facts.about("activity", id)
                .of(institutionId)
                .ofUnit(unitId)
                .say("title", about.title())
                .say("date", about.date())
                .say("until", about.until())
                .say("place", about.place())
                .say("note", about.note());
        entries.forEach(it -> facts.say("entry:" + it.slot() + ":" + it.evidenceId(), "+"));
        questions.forEach(it -> facts.say("proves:" + it.assessmentId() + ":" + it.code(), "+"));
        return List.of(facts);
    }

    List<UUID> evidenceIds() {
        return entries.stream().map(Entry::evidenceId).distinct().toList();
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

    About about() {
        return about;
    }

    long revision() {
        return revision;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    List<Asked> questions() {
        return List.copyOf(questions);
    }

    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
