package id.zitrack.assessment;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import id.zitrack.identity.Action;
import id.zitrack.identity.NotInThisStage;
import id.zitrack.identity.Stage;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.instrument.Question;
import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** One unit's answers for one period, and where they stand between the unit and the assessors. */
@Document("assessments")
@CompoundIndex(name = "by_period", def = "{'periodId': 1}")
@CompoundIndex(name = "by_institution", def = "{'institutionId': 1, 'periodId': 1}")
class Assessment implements Recorded {
    @Id
    private final UUID id;

    @Version
    private @Nullable Long version;

    private final UUID institutionId;
    private final UUID unitId;
    private final UUID periodId;
    private String instrumentId;
    private String instrumentVersion;
    private String instrumentHash;
    private final Instant createdAt;
    private Instant updatedAt;
    private Stage stage = Stage.DRAFT;

    // A list, not a map by question: MongoDB rejects dots in keys and question codes contain them.
    private List<Answer> answers = new ArrayList<>();
    private long answersRevision;
    private List<ReturnedQuestion> returned = new ArrayList<>();
    private @Nullable LocalDate due;
    private @Nullable Instant submittedAt;
    private List<Transition> history = new ArrayList<>();
    private List<Moved> movedFrom = new ArrayList<>();
    private Standing standing;

    Assessment(
            UUID id,
            UUID institutionId,
            UUID unitId,
            UUID periodId,
            String instrumentId,
            String instrumentVersion,
            String instrumentHash,
            Instant createdAt,
            Standing standing) {
        this.id = id;
        this.institutionId = institutionId;
        this.unitId = unitId;
        this.periodId = periodId;
        this.instrumentId = instrumentId;
        this.instrumentVersion = instrumentVersion;
        this.instrumentHash = instrumentHash;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.standing = standing;
    }

    static Assessment begin(
            UUID institutionId,
            UUID unitId,
            UUID periodId,
            InstrumentKey instrument,
            String instrumentHash,
            Standing blank,
            UUID by,
            Instant at) {
        var assessment = new Assessment(
                idFor(unitId, periodId),
                institutionId,
                unitId,
                periodId,
                instrument.id(),
                instrument.version(),
                instrumentHash,
                at,
                blank);
        assessment.history.add(new Transition(at, by, null, Stage.DRAFT, null, null, null));
        return assessment;
    }

    /** A unit has one assessment in a period: the same two always give the same id, so the store refuses a second. */
    static UUID idFor(UUID unitId, UUID periodId) {
        return UUID.nameUUIDFromBytes((unitId + ":" + periodId).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Takes an answer from somebody who has seen the given revision of it.
     *
     * @return whether anything changed; a repeated request whose reply was lost changes nothing
     * @throws AnswerChanged if somebody else answered this question in the meantime
     */
    boolean answer(String code, long seenRevision, @Nullable String value, @Nullable String note, UUID by, Instant at) {
        requireOpen(code);
        var current = answerTo(code);
        long revision = current == null ? 0 : current.revision();
        boolean saysTheSame = current == null ? value == null && note == null : current.says(value, note);
        if (revision != seenRevision) {
            if (current != null && saysTheSame && current.by().equals(by)) {
                return false;
            }
            throw new AnswerChanged(code, current == null ? null : current.view());
        }
        if (saysTheSame) {
            return false;
        }
        put(new Answer(code, value, note, revision + 1, by, at));
        return true;
    }

    /** Takes an answer whatever was there before, as an import does; a missing note leaves the note as it is. */
    boolean replace(String code, @Nullable String value, @Nullable String note, UUID by, Instant at) {
        var current = answerTo(code);
        var kept = note == null && current != null ? current.note() : note;
        return answer(code, current == null ? 0 : current.revision(), value, kept, by, at);
    }

    /**
     * Takes a step of the state machine.
     *
     * @throws NotInThisStage if it does not begin where the assessment stands
     */
    void take(Step step, @Nullable String reason, @Nullable Particulars with, UUID by, Instant at) {
        if (!step.from().contains(stage)) {
            throw new NotInThisStage(step.action(), stage);
        }
        history.add(new Transition(at, by, stage, step.to(), reason, step, with));
        stage = step.to();
        updatedAt = at;
    }

    void submit(UUID by, Instant at) {
        take(Step.SUBMIT, null, null, by, at);
        submittedAt = at;
        due = null;
    }

    /** Notes that the assessors began; nothing happens if they had already. */
    boolean takeUp(UUID by, Instant at) {
        if (stage.isWithTpi() && stage != Stage.SUBMITTED) {
            return false;
        }
        take(Step.TAKE_UP, null, null, by, at);
        return true;
    }

    void sendBack(
            List<ReturnedQuestion> questions,
            @Nullable String message,
            @Nullable LocalDate until,
            UUID by,
            Instant at) {
        if (questions.isEmpty() && message == null) {
            throw new IllegalArgumentException("Nothing is sent back without a reason");
        }
        take(Step.RETURN, message, until == null ? null : Particulars.until(until), by, at);
        returned = new ArrayList<>(questions);
        due = until;
    }

    void accept(UUID by, Instant at) {
        take(Step.ACCEPT, null, null, by, at);
    }

    void close(UUID by, Instant at) {
        take(Step.CLOSE, null, null, by, at);
    }

    void reopen(String reason, UUID by, Instant at) {
        take(Step.REOPEN, reason, null, by, at);
    }

    /**
     * Follows another instrument from now on. What does not fit there leaves the sheet and stays in the history; of a
     * sheet that was sent back, what the move leaves open can be answered too.
     */
    void moveTo(InstrumentMove move, UUID by, Instant at) {
        requireWithUnit(Action.MOVE_ASSESSMENT);
        var to = move.to();
        var lost = move.lost();
        var moved = new Moved(
                at,
                by,
                instrumentId,
                instrumentVersion,
                instrumentHash,
                to.key().id(),
                to.key().version(),
                to.hash(),
                lost);
        var sheet = new ArrayList<>(move.kept());
        // Blank with a higher revision, so that a window that still shows the old answer cannot write over it.
        move.unfit().forEach(it -> sheet.add(new Answer(it.code(), null, null, it.revision() + 1, by, at)));
        for (var it : move.restored()) {
            long seen = sheet.stream()
                    .filter(other -> other.code().equals(it.code()))
                    .mapToLong(Answer::revision)
                    .max()
                    .orElse(0);
            sheet.removeIf(other -> other.code().equals(it.code()));
            sheet.add(
                    new Answer(it.code(), it.value(), it.note(), Math.max(seen, it.revision()) + 1, it.by(), it.at()));
        }
        answers = sheet;
        answersRevision++;
        if (!returned.isEmpty()) {
            reopenAfter(move, moved);
        }
        movedFrom.add(moved);
        history.add(new Transition(at, by, stage, stage, moved.words(), null, null));
        instrumentId = to.key().id();
        instrumentVersion = to.key().version();
        instrumentHash = to.hash();
        updatedAt = at;
    }

    private void reopenAfter(InstrumentMove move, Moved moved) {
        var open = new LinkedHashMap<String, ReturnedQuestion>();
        returned.stream()
                .filter(it -> InstrumentMove.question(move.to(), it.code()) != null)
                .forEach(it -> open.put(it.code(), it));
        Stream.concat(
                        move.added().stream().map(Question::code),
                        move.unfit().stream().map(Answer::code))
                .forEach(it -> open.putIfAbsent(it, new ReturnedQuestion(it, moved.words(), due)));
        returned = new ArrayList<>(open.values());
    }

    /** What left the sheet when it last moved away from an instrument; nothing if it never did. */
    List<Answer> lostOnLeaving(Instrument instrument) {
        return movedFrom.stream()
                .filter(it -> it.fromHash().equals(instrument.hash()))
                .reduce((earlier, later) -> later)
                .map(Moved::lost)
                .orElse(List.of());
    }

    @Override
    public List<Facts> facts() {
        var facts = Facts.about("assessment", id)
                .of(institutionId)
                .ofUnit(unitId)
                .say("period", periodId)
                .say("instrument", instrument())
                .say("stage", stage)
                .say("due", due);
        answers.forEach(it -> facts.say("answer:" + it.code(), it.value()).say("note:" + it.code(), it.note()));
        returned.forEach(it -> facts.say("returned:" + it.code(), it.reason()));
        for (int step = 0; step < history.size(); step++) {
            var taken = history.get(step);
            var with = taken.with();
            facts.say("reason:" + (step + 1), taken.reason());
            if (with != null) {
                facts.say("letter:" + (step + 1), with.letterNumber())
                        .say("letterDate:" + (step + 1), with.letterDate())
                        .say("award:" + (step + 1), with.award())
                        .say("result:" + (step + 1), with.result());
            }
        }
        return List.of(facts);
    }

    void stand(Standing now) {
        standing = now;
    }

    /** The answers that are not blank, as scoring reads them. */
    Map<String, String> values() {
        return view().values();
    }

    @Nullable
    Answer answerTo(String code) {
        return answers.stream().filter(it -> it.code().equals(code)).findFirst().orElse(null);
    }

    List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** The moves to other instruments, oldest first. */
    List<Moved> moves() {
        return List.copyOf(movedFrom);
    }

    /** Changes with every change of the assessment or one of its answers. */
    long revision() {
        return version == null ? 0 : version;
    }

    boolean isOpen(String code) {
        return view().isOpen(code);
    }

    UUID id() {
        return id;
    }

    UUID unitId() {
        return unitId;
    }

    UUID institutionId() {
        return institutionId;
    }

    InstrumentKey instrument() {
        return new InstrumentKey(instrumentId, instrumentVersion);
    }

    Stage stage() {
        return stage;
    }

    AssessmentView view() {
        return new AssessmentView(
                id,
                institutionId,
                unitId,
                periodId,
                instrument(),
                instrumentHash,
                stage,
                revision(),
                answersRevision,
                answers.stream()
                        .map(Answer::view)
                        .collect(toMap(AnswerView::code, it -> it, (one, other) -> other, LinkedHashMap::new)),
                List.copyOf(returned),
                openCodes(),
                due,
                submittedAt,
                createdAt,
                updatedAt,
                List.copyOf(history),
                standing);
    }

    AssessmentLine line() {
        return new AssessmentLine(
                id,
                institutionId,
                unitId,
                periodId,
                instrument(),
                stage,
                revision(),
                answersRevision,
                standing,
                due,
                submittedAt,
                updatedAt);
    }

    private @Nullable Set<String> openCodes() {
        return stage != Stage.RETURNED || returned.isEmpty()
                ? null
                : returned.stream().map(ReturnedQuestion::code).collect(toUnmodifiableSet());
    }

    private void put(Answer answer) {
        answers.removeIf(it -> it.code().equals(answer.code()));
        answers.add(answer);
        answersRevision++;
        updatedAt = answer.at();
    }

    private void requireOpen(String code) {
        requireWithUnit(Action.ANSWER);
        var open = openCodes();
        if (open != null && !open.contains(code)) {
            throw new QuestionLocked(code);
        }
    }

    private void requireWithUnit(Action action) {
        if (!stage.isWithUnit()) {
            throw new NotInThisStage(action, stage);
        }
    }
}
