package id.zitrack.inquiry;

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

/**
 * An assessor asks a unit for a document on one question, until a day; closed by an upload or taken back. It opens again
 * when what answered it is lost.
 */
@Document("inquiries")
@CompoundIndex(def = "{'assessmentId': 1, 'code': 1, 'state': 1}")
@CompoundIndex(def = "{'institutionId': 1, 'state': 1}")
@CompoundIndex(def = "{'state': 1, 'answer.evidenceId': 1}")
class Inquiry implements Recorded {
    @Id
    private final UUID id;

    @Version
    private @Nullable Long lock;

    private final UUID institutionId;
    private final UUID unitId;
    private final UUID assessmentId;
    private final String code;
    private final String text;
    private final LocalDate due;
    private final UUID askedBy;
    private final Instant askedAt;
    private State state = State.OPEN;
    private @Nullable Answer answer;
    private @Nullable Withdrawal withdrawal;
    private @Nullable Loss loss;

    /** What became of it. */
    enum State {
        OPEN,
        ANSWERED,
        WITHDRAWN
    }

    /** With which version of which evidence the unit answered. */
    record Answer(UUID evidenceId, int version, UUID by, Instant at) {}

    /** Who took it back. */
    record Withdrawal(UUID by, Instant at) {}

    /**
     * Why an answer does not count any more.
     *
     * @param reason {@code removed}, or why the file is withheld
     */
    record Loss(UUID evidenceId, String reason, Instant at) {}

    Inquiry(
            UUID id,
            UUID institutionId,
            UUID unitId,
            UUID assessmentId,
            String code,
            String text,
            LocalDate due,
            UUID askedBy,
            Instant askedAt) {
        this.id = id;
        this.institutionId = institutionId;
        this.unitId = unitId;
        this.assessmentId = assessmentId;
        this.code = code;
        this.text = text;
        this.due = due;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
    }

    /**
     * Closes it with what the unit brought.
     *
     * @throws InquiryClosed if it is closed already
     */
    void answer(Answer given) {
        requireOpen();
        answer = given;
        state = State.ANSWERED;
    }

    /** Opens it again because the evidence that answered it is lost; nothing if something else answers it by now. */
    void lose(Loss lost) {
        if (answer != null && answer.evidenceId().equals(lost.evidenceId())) {
            answer = null;
            loss = lost;
            state = State.OPEN;
        }
    }

    /**
     * Takes it back.
     *
     * @throws InquiryClosed if it is closed already
     */
    void withdraw(UUID by, Instant at) {
        requireOpen();
        withdrawal = new Withdrawal(by, at);
        state = State.WITHDRAWN;
    }

    @Override
    public List<Facts> facts() {
        return List.of(Facts.about("inquiry", id)
                .of(institutionId)
                .ofUnit(unitId)
                .say("assessment", assessmentId)
                .say("question", code)
                .say("text", text)
                .say("due", due)
                .say("state", state)
                .say("evidence", answer == null ? null : answer.evidenceId())
                .say("version", answer == null ? null : answer.version()));
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new InquiryClosed(id, state);
        }
    }

    boolean isOpen() {
        return state == State.OPEN;
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

    String code() {
        return code;
    }

    String text() {
        return text;
    }

    LocalDate due() {
        return due;
    }

    UUID askedBy() {
        return askedBy;
    }

    Instant askedAt() {
        return askedAt;
    }

    State state() {
        return state;
    }

    @Nullable
    Answer answer() {
        return answer;
    }

    /** The last answer that was lost. */
    @Nullable
    Loss loss() {
        return loss;
    }

    @Nullable
    Withdrawal withdrawal() {
        return withdrawal;
    }
}
