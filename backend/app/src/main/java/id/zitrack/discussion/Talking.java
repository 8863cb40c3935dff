package id.zitrack.discussion;

import id.zitrack.assessment.SheetQuestions;
import id.zitrack.discussion.Conversation.Message;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.PersonOnUnit;
import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.NotThere;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Asking, answering and taking back: the one place through which everything that is said goes. */
@Component
class Talking {
    private static final int MOST_ON_A_QUESTION = 50;
    private static final int MOST_ATTEMPTS = 50;

    private final Conversations conversations;
    private final SheetQuestions sheets;
    private final Participants participants;
    private final ShowingConversations showing;
    private final CurrentPerson current;
    private final Clock clock;

    Talking(
            Conversations conversations,
            SheetQuestions sheets,
            Participants participants,
            ShowingConversations showing,
            CurrentPerson current,
            Clock clock) {
        this.conversations = conversations;
        this.sheets = sheets;
        this.participants = participants;
        this.showing = showing;
        this.current = current;
        this.clock = clock;
    }

    Conversation begin(UUID assessmentId, ConversationRequest request) {
        var sheet = sheets.find(assessmentId).orElseThrow(() -> new NotThere("assessment", assessmentId));
        var code = request.code();
        var unit = sheet.line().unitId();
        boolean secret = sheet.isSecret(code);
        if (sheet.question(code).isEmpty() || secret && !participants.includeCallerInSecrets(unit)) {
            throw new NotThere("question", code);
        }
        if (conversations.countOn(assessmentId, code) >= MOST_ON_A_QUESTION) {
            throw new TooManyConversations(code, MOST_ON_A_QUESTION);
        }
        var first = message(unit, secret, UUID.randomUUID(), request.text(), request.mentions());
        var begun =
                Conversation.begin(request.id(), sheet.line().institutionId(), unit, assessmentId, code, secret, first);
        try {
            return conversations.insert(begun);
        } catch (DuplicateKeyException sentAgain) {
            return conversations
                    .findById(request.id())
                    .filter(it -> it.assessmentId().equals(assessmentId)
                            && it.code().equals(code)
                            && it.startedBy().equals(current.id()))
                    .orElseThrow(() -> new InvalidRequest("id", "sudah dipakai"));
        }
    }

    Conversation write(UUID id, MessageRequest request) {
        return change(
                id,
                it -> it.add(message(it.unitId(), it.isSecret(), request.id(), request.text(), request.mentions())));
    }

    /**
     * Changes one's own words.
     *
     * @param seen the revision of the message that the change starts from
     */
    Conversation edit(UUID id, UUID messageId, long seen, String text) {
        return change(id, conversation -> {
            var message = own(conversation, messageId);
            if (message.text().equals(text.strip())) {
                return false;
            }
            if (message.revision() != seen) {
                throw new ChangedMeanwhile("Message " + messageId, showing.of(conversation));
            }
            conversation.edit(messageId, text.strip(), now());
            return true;
        });
    }

    Conversation remove(UUID id, UUID messageId) {
        return change(id, conversation -> {
            if (own(conversation, messageId).isRemoved()) {
                return false;
            }
            conversation.remove(messageId, now());
            return true;
        });
    }

    /**
     * Says how a conversation stands.
     *
     * @param seen the revision of the conversation; somebody may have written since
     */
    Conversation move(UUID id, long seen, Conversation.State state) {
        return change(id, conversation -> {
            if (conversation.state() == state) {
                return false;
            }
            if (conversation.revision() != seen) {
                throw new ChangedMeanwhile("Conversation " + id, showing.of(conversation));
            }
            if (state == Conversation.State.DONE && !showing.mayFinish(conversation)) {
                throw new NotYoursToFinish(id);
            }
            conversation.move(state);
            return true;
        });
    }

    private Message message(UUID unitId, boolean secret, UUID id, String text, @Nullable List<UUID> mentions) {
        var mentioned = mentions == null
                ? List.<UUID>of()
                : mentions.stream().distinct().toList();
        var known =
                participants.on(unitId, secret).stream().map(PersonOnUnit::id).collect(Collectors.toSet());
        if (!known.containsAll(mentioned)) {
            throw new InvalidRequest("mentions", "Hanya orang yang ikut dalam percakapan ini dapat disebut.");
        }
        return Message.said(id, current.id(), Side.of(current.rolesOn(unitId)), now(), text.strip(), mentioned);
    }

    /** What others said is not there to be changed. */
    private Message own(Conversation conversation, UUID messageId) {
        return conversation.messages().stream()
                .filter(it -> it.id().equals(messageId) && it.by().equals(current.id()))
                .findFirst()
                .orElseThrow(() -> new NotThere("message", messageId));
    }

    private Conversation change(UUID id, Predicate<Conversation> change) {
        for (int attempt = 1; ; attempt++) {
            var conversation = conversations.findById(id).orElseThrow(() -> new NotThere("conversation", id));
            if (!change.test(conversation)) {
                return conversation;
            }
            try {
                return conversations.save(conversation);
            } catch (OptimisticLockingFailureException changedMeanwhile) {
                if (attempt == MOST_ATTEMPTS) {
                    throw changedMeanwhile;
                }
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
