package id.zitrack.finding;

import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A finding of the assessors on one sheet, with the unit's plan of action, until the assessors confirm it. */
@Document("findings")
@CompoundIndex(def = "{'assessmentId': 1}")
@CompoundIndex(def = "{'unitId': 1, 'recordedAt': -1, '_id': -1}")
@CompoundIndex(def = "{'plan.evidenceIds': 1}")
class Finding implements Recorded {
    @Id
    private final UUID id;

    @Version
    private @Nullable Long version;

    private final UUID institutionId;
    private final UUID unitId;
    private final UUID assessmentId;
    private final UUID recordedBy;
    private final Instant recordedAt;
    private Found found;
    private State state = State.OPEN;
    private @Nullable Plan plan;
    private @Nullable Decision decision;

    /** How heavy it weighs. */
    enum Severity {
        LOW,
        MEDIUM,
        HIGH
    }

    /** How it stands: nothing planned yet, worked on, done as the unit says, confirmed or sent back by the assessors. */
    enum State {
        OPEN,
        IN_PROGRESS,
        DONE,
        CONFIRMED,
        SENT_BACK;

        boolean isOver() {
            return this == CONFIRMED;
        }

        /** Whether the unit has still to do something. */
        boolean isWithUnit() {
            return this == OPEN || this == IN_PROGRESS || this == SENT_BACK;
        }
    }

    /**
     * What was found.
     *
     * @param code of the question; null for the sheet as a whole
     */
    record Found(
            @Nullable String code,
            String text,
            @Nullable String recommendation,
            @Nullable Severity severity) {}

    /**
     * What the unit does about it.
     *
     * @param ownerId somebody with an account; null for somebody without
     * @param owner the name of somebody without an account
     */
    record Plan(
            String action,
            @Nullable UUID ownerId,
            @Nullable String owner,
            LocalDate due,
            @Nullable String progress,
            List<UUID> evidenceIds,
            UUID by,
            Instant at) {}

    /**
     * What the assessors said last about what the unit did.
     *
     * @param reason why it was sent back; null if it was confirmed
     */
    record Decision(@Nullable String reason, UUID by, Instant at) {}

    Finding(
            UUID id,
            UUID institutionId,
            UUID unitId,
            UUID assessmentId,
            Found found,
            UUID recordedBy,
            Instant recordedAt) {
        this.id = id;
        this.institutionId = institutionId;
        this.unitId = unitId;
        this.assessmentId = assessmentId;
        this.found = found;
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    /**
     * Words it anew.
     *
     * @throws FindingConfirmed once it is over
     */
    void describe(Found now) {
        requireRunning();
        found = now;
    }

    /**
     * Says what the unit does about it, and whether that is done.
     *
     * @throws FindingConfirmed once it is over
     */
    void plan(Plan planned, boolean done) {
        requireRunning();
        plan = planned;
        state = done ? State.DONE : State.IN_PROGRESS;
    }

    /**
     * Confirms what the unit did.
     *
     * @throws FindingNotDone unless the unit says that it is done
     */
    void confirm(UUID by, Instant at) {
        if (state != State.DONE) {
            throw new FindingNotDone(id, state);
        }
        decision = new Decision(null, by, at);
        state = State.CONFIRMED;
    }

    /**
     * Gives it back to the unit, also after it was confirmed by mistake.
     *
     * @throws FindingNotDone if the unit has it already
     */
    void sendBack(String reason, UUID by, Instant at) {
        if (state.isWithUnit()) {
            throw new FindingNotDone(id, state);
        }
        decision = new Decision(reason, by, at);
        state = State.SENT_BACK;
    }

    private void requireRunning() {
        if (state.isOver()) {
            throw new FindingConfirmed(id);
        }
    }

    /** Whether the unit should have done something by a day and has not. */
    boolean isLate(LocalDate today) {
        return plan != null && state.isWithUnit() && plan.due().isBefore(today);
    }

    @Override
    public List<Facts> facts() {
        var facts = Facts.about("finding", id)
                .of(institutionId)
                .ofUnit(unitId)
                .say("assessment", assessmentId)
                .say("question", found.code())
                .say("finding", found.text())
                .say("recommendation", found.recommendation())
                .say("severity", found.severity())
                .say("state", state);
        if (plan != null) {
            facts.say("action", plan.action())
                    .say("owner", plan.ownerId() == null ? plan.owner() : plan.ownerId())
                    .say("due", plan.due())
                    .say("progress", plan.progress());
            plan.evidenceIds().forEach(it -> facts.say("evidence:" + it, "+"));
        }
        return List.of(decision == null ? facts : facts.say("reason", decision.reason()));
    }

    /** Counts every change, from 1. */
    long revision() {
        return version == null ? 1 : version + 1;
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

    UUID assessmentId() {
        return assessmentId;
    }

    Found found() {
        return found;
    }

    UUID recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    State state() {
        return state;
    }

    @Nullable
    Plan plan() {
        return plan;
    }

    @Nullable
    Decision decision() {
        return decision;
    }
}
