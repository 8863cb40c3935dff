package id.zitrack.discussion;

import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** What was asked about one question of a sheet, and everything said about it since. */
@Document("conversations")
@CompoundIndex(def = "{'assessmentId': 1, 'code': 1}")
@CompoundIndex(def = "{'unitId': 1, 'lastAt': -1, '_id': -1}")
@CompoundIndex(def = "{'unitId': 1, 'state': 1}")
class Conversation implements Recorded {
    static final int MOST_MESSAGES = 200;
    static final Duration EDITABLE = Duration.ofMinutes(15);

    @Id
    private final UUID id;

    @Version
    private @Nullable Long version;

    private final UUID institutionId;
    private final UUID unitId;
    private final UUID assessmentId;
    private final String code;

    // As the question was when the conversation began, so that lists need no instrument to leave it out.
    private final boolean secret;

    private State state = State.OPEN;
    private final List<Message> messages;

    // Of the last message, and of everybody who wrote or was mentioned: for lists and counts.
    private Instant lastAt;
    private UUID lastBy;
    private Side lastSide;
    private List<UUID> waitingFor;
    private final List<UUID> people;

    /** How it stands. */
    enum State {
        OPEN,
        ANSWERED,
        DONE
    }

    /**
     * One thing somebody said.
     *
     * @param text empty once its author took it back
     * @param revision counts the changes of this message, from 1
     */
    record Message(
            UUID id,
            UUID by,
            Side side,
            Instant at,
            String text,
            List<UUID> mentions,
            long revision,
            @Nullable Instant editedAt,
            @Nullable Instant removedAt) {

        static Message said(UUID id, UUID by, Side side, Instant at, String text, List<UUID> mentions) {
            return new Message(id, by, side, at, text, List.copyOf(mentions), 1, null, null);
        }

        boolean isRemoved() {
            return removedAt != null;
        }

        boolean isEditable(Instant now) {
            return !isRemoved() && now.isBefore(at.plus(EDITABLE));
        }

        private Message edited(String now, Instant when) {
            return new Message(id, by, side, at, now, mentions, revision + 1, when, null);
        }

        private Message removed(Instant when) {
            return new Message(id, by, side, at, "", List.of(), revision + 1, editedAt, when);
        }
    }

    Conversation(
            UUID id,
            UUID institutionId,
            UUID unitId,
            UUID assessmentId,
            String code,
            boolean secret,
            List<Message> messages,
            Instant lastAt,
            UUID lastBy,
            Side lastSide,
            List<UUID> waitingFor,
            List<UUID> people) {
        this.id = id;
        this.institutionId = institutionId;
        this.unitId = unitId;
        this.assessmentId = assessmentId;
        this.code = code;
        this.secret = secret;
        this.messages = new ArrayList<>(messages);
        this.lastAt = lastAt;
        this.lastBy = lastBy;
        this.lastSide = lastSide;
        this.waitingFor = waitingFor;
        this.people = new ArrayList<>(people);
    }

    /** Begins one with its first message. */
    static Conversation begin(
            UUID id, UUID institutionId, UUID unitId, UUID assessmentId, String code, boolean secret, Message first) {
        var begun = new Conversation(
                id,
                institutionId,
                unitId,
                assessmentId,
                code,
                secret,
                List.of(),
                first.at(),
                first.by(),
                first.side(),
                List.of(),
                List.of());
        begun.add(first);
        return begun;
    }

    /**
     * Adds what somebody says: whoever began asks again, everybody else answers, and whoever mentions somebody asks
     * them.
     *
     * @return false if the message is there already, as after a reply that was lost on its way
     * @throws ConversationFull if it holds as many messages as it may
     */
    boolean add(Message message) {
        if (messages.stream().anyMatch(it -> it.id().equals(message.id()))) {
            return false;
        }
        if (messages.size() >= MOST_MESSAGES) {
            throw new ConversationFull(id);
        }
        boolean asks = messages.isEmpty() || message.by().equals(startedBy()) || isAsking(message);
        state = asks ? State.OPEN : State.ANSWERED;
        messages.add(message);
        lastAt = message.at();
        lastBy = message.by();
        lastSide = message.side();
        waitingFor = message.mentions();
        Stream.concat(Stream.of(message.by()), message.mentions().stream())
                .filter(it -> !people.contains(it))
                .forEach(people::add);
        return true;
    }

    private static boolean isAsking(Message message) {
        return message.mentions().stream().anyMatch(it -> !it.equals(message.by()));
    }

    /**
     * Changes the words of a message.
     *
     * @throws MessageSettled if it is older than {@link #EDITABLE} or was taken back
     */
    void edit(UUID messageId, String text, Instant now) {
        replace(messageId, it -> it.isEditable(now), it -> it.edited(text, now));
    }

    /** Takes a message back; its place stays. What nobody says any more needs no answer. */
    void remove(UUID messageId, Instant now) {
        replace(messageId, it -> true, it -> it.isRemoved() ? it : it.removed(now));
        if (messages.stream().allMatch(Message::isRemoved)) {
            state = State.DONE;
        }
    }

    private void replace(UUID messageId, Predicate<Message> allowed, UnaryOperator<Message> changed) {
        messages.replaceAll(it -> {
            if (!it.id().equals(messageId)) {
                return it;
            }
            if (!allowed.test(it)) {
                throw new MessageSettled(messageId);
            }
            return changed.apply(it);
        });
    }

    void move(State now) {
        state = now;
    }

    UUID startedBy() {
        return messages.get(0).by();
    }

    Side startedSide() {
        return messages.get(0).side();
    }

    /** Of a question whose evidence is secret only that something was said. */
    @Override
    public List<Facts> facts() {
        var facts = Facts.about("conversation", id)
                .of(institutionId)
                .ofUnit(unitId)
                .say("assessment", assessmentId)
                .say("question", code)
                .say("state", state);
        BiConsumer<String, @Nullable Object> tell = secret ? facts::hide : facts::say;
        messages.forEach(it -> tell.accept("message:" + it.id(), it.isRemoved() ? null : it.text()));
        return List.of(facts);
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

    String code() {
        return code;
    }

    boolean isSecret() {
        return secret;
    }

    State state() {
        return state;
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    Instant lastAt() {
        return lastAt;
    }

    List<UUID> people() {
        return List.copyOf(people);
    }

    Waiting waiting() {
        return new Waiting(unitId, secret, state, lastBy, lastSide, waitingFor);
    }

    /**
     * Whose answer a conversation waits for.
     *
     * @param waitingFor the people the last message mentions; nobody for the whole other side
     */
    record Waiting(UUID unitId, boolean secret, State state, UUID lastBy, Side lastSide, List<UUID> waitingFor) {

        boolean isFor(UUID person, Side side) {
            return state == State.OPEN
                    && !lastBy.equals(person)
                    && (waitingFor.isEmpty() ? lastSide != side : waitingFor.contains(person));
        }
    }
}
