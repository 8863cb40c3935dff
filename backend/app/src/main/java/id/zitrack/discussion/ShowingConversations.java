package id.zitrack.discussion;

import static java.util.stream.Collectors.toSet;

import id.zitrack.assessment.PersonName;
import id.zitrack.assessment.SheetQuestions;
import id.zitrack.assessment.SheetQuestions.Sheet;
import id.zitrack.discussion.Conversation.Message;
import id.zitrack.discussion.ConversationBody.Deed;
import id.zitrack.identity.Action;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.PersonView;
import id.zitrack.identity.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts together what the API shows of conversations. */
@Component
class ShowingConversations {
    private static final int EXCERPT = 240;

    private final SheetQuestions sheets;
    private final PersonLookup people;
    private final CurrentPerson current;
    private final Clock clock;

    ShowingConversations(SheetQuestions sheets, PersonLookup people, CurrentPerson current, Clock clock) {
        this.sheets = sheets;
        this.people = people;
        this.current = current;
        this.clock = clock;
    }

    ConversationBody of(Conversation conversation) {
        return of(List.of(conversation)).get(0);
    }

    List<ConversationBody> of(Collection<Conversation> conversations) {
        var found = sheetsOf(conversations);
        var names = namesOf(conversations);
        var now = clock.instant();
        return conversations.stream()
                .map(it -> body(it, Optional.ofNullable(found.get(it.assessmentId())), names, now))
                .toList();
    }

    List<ConversationLine> lines(Collection<Conversation> conversations) {
        var found = sheetsOf(conversations);
        var names = namesOf(conversations);
        return conversations.stream()
                .flatMap(it -> Optional.ofNullable(found.get(it.assessmentId())).stream()
                        .map(sheet -> line(it, sheet, names)))
                .toList();
    }

    /** Whether the caller may say that a conversation is done: they asked, or they lead. */
    boolean mayFinish(Conversation conversation) {
        var roles = current.rolesOn(conversation.unitId());
        return conversation.startedBy().equals(current.id())
                || roles.contains(Role.TPI_LEAD)
                || roles.contains(Role.TPI_CONTROLLER)
                || conversation.startedSide() == Side.UNIT && roles.contains(Role.UNIT_COORDINATOR);
    }

    boolean waitsForCaller(Conversation.Waiting waiting) {
        return waiting.isFor(current.id(), Side.of(current.rolesOn(waiting.unitId())));
    }

    private Map<UUID, Sheet> sheetsOf(Collection<Conversation> conversations) {
        return sheets.find(
                conversations.stream().map(Conversation::assessmentId).collect(toSet()));
    }

    private Map<UUID, PersonView> namesOf(Collection<Conversation> conversations) {
        return people.byIds(
                conversations.stream().flatMap(it -> it.people().stream()).collect(toSet()));
    }

    private ConversationBody body(Conversation it, Optional<Sheet> sheet, Map<UUID, PersonView> names, Instant now) {
        boolean mayWrite = sheet.filter(at -> Action.DISCUSS.isFor(
                        current.rolesOn(it.unitId()), at.line().stage()))
                .isPresent();
        return new ConversationBody(
                it.id(),
                it.assessmentId(),
                it.unitId(),
                it.code(),
                sheet.map(at -> at.label(it.code())).orElse(it.code()),
                it.state(),
                it.messages().stream()
                        .map(message -> body(message, names, mayWrite, now))
                        .toList(),
                it.revision(),
                waitsForCaller(it.waiting()),
                deeds(it, mayWrite));
    }

    private List<Deed> deeds(Conversation conversation, boolean mayWrite) {
        if (!mayWrite) {
            return List.of();
        }
        return mayFinish(conversation) ? List.of(Deed.WRITE, Deed.FINISH) : List.of(Deed.WRITE);
    }

    private ConversationBody.MessageBody body(
            Message message, Map<UUID, PersonView> names, boolean mayWrite, Instant now) {
        var may = new ArrayList<Deed>();
        if (mayWrite && message.by().equals(current.id()) && !message.isRemoved()) {
            if (message.isEditable(now)) {
                may.add(Deed.EDIT);
            }
            may.add(Deed.REMOVE);
        }
        return new ConversationBody.MessageBody(
                message.id(),
                PersonName.of(message.by(), names),
                message.side(),
                message.at(),
                message.isRemoved() ? null : message.text(),
                message.mentions().stream().map(it -> PersonName.of(it, names)).toList(),
                message.revision(),
                message.editedAt(),
                message.isRemoved(),
                may);
    }

    private ConversationLine line(Conversation it, Sheet sheet, Map<UUID, PersonView> names) {
        var first = it.messages().get(0);
        var last = it.messages().get(it.messages().size() - 1);
        var heading = sheet.heading();
        return new ConversationLine(
                it.id(),
                it.assessmentId(),
                it.unitId(),
                heading.unit().name(),
                heading.instrument().title(),
                heading.period().name(),
                sheet.line().stage(),
                it.code(),
                sheet.label(it.code()),
                it.state(),
                it.startedSide(),
                PersonName.of(first.by(), names),
                excerpt(first.text()),
                PersonName.of(last.by(), names),
                excerpt(last.text()),
                it.lastAt(),
                it.messages().size(),
                waitsForCaller(it.waiting()));
    }

    /** Cut between characters, not through one. */
    private static String excerpt(String text) {
        return text.codePointCount(0, text.length()) <= EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT - 1)) + "…";
    }
}
