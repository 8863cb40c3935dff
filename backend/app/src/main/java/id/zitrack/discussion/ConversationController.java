package id.zitrack.discussion;

import id.zitrack.assessment.SheetQuestions;
import id.zitrack.discussion.ConversationBody.Participant;
import id.zitrack.discussion.ConversationBody.WaitingCount;
import id.zitrack.identity.PersonOnUnit;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Page;
import id.zitrack.platform.Prose;
import id.zitrack.platform.Revision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Conversations between unit and assessors about questions of a sheet. */
@RestController
class ConversationController {
    private final Conversations conversations;
    private final Talking talking;
    private final ListingConversations listing;
    private final ShowingConversations showing;
    private final Participants participants;
    private final SheetQuestions sheets;

    ConversationController(
            Conversations conversations,
            Talking talking,
            ListingConversations listing,
            ShowingConversations showing,
            Participants participants,
            SheetQuestions sheets) {
        this.conversations = conversations;
        this.talking = talking;
        this.listing = listing;
        this.showing = showing;
        this.participants = participants;
        this.sheets = sheets;
    }

    record MessageEdit(
            @NotBlank(message = "Tulis pesannya.")
            @Prose(max = 4000, message = "Pesan paling banyak 4.000 karakter, tanpa karakter kendali.")
            String text) {}

    record ConversationState(@NotNull Conversation.State state) {}

    /** The conversations the caller takes part in, the latest first. */
    @GetMapping("/api/conversations")
    @PreAuthorize("@access.may('SEE_DISCUSSION')")
    Page<ConversationLine> list(
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam Conversation.@Nullable State state,
            @RequestParam @Nullable UUID unit,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        return listing.list(mine, state, unit, cursor, limit);
    }

    /** How many conversations wait for an answer of the caller. */
    @GetMapping("/api/conversations/waiting")
    @PreAuthorize("@access.may('SEE_DISCUSSION')")
    WaitingCount waiting() {
        return new WaitingCount(listing.waiting());
    }

    /** Everything said about one question of a sheet, the latest conversation first. */
    @GetMapping("/api/assessments/{id}/conversations")
    @PreAuthorize("@access.may('SEE_DISCUSSION', 'assessment', #id)")
    List<ConversationBody> onQuestion(@PathVariable UUID id, @RequestParam String code) {
        return showing.of(conversations.on(id, code).stream()
                .filter(it -> !it.isSecret() || participants.includeCallerInSecrets(it.unitId()))
                .sorted(Comparator.comparing(Conversation::lastAt).reversed())
                .toList());
    }

    /** Who takes part in what is said about a question, and so can be mentioned. */
    @GetMapping("/api/assessments/{id}/participants")
    @PreAuthorize("@access.may('SEE_DISCUSSION', 'assessment', #id)")
    List<Participant> participants(@PathVariable UUID id, @RequestParam String code) {
        var sheet = sheets.find(id).orElseThrow(() -> new NotThere("assessment", id));
        return participants.on(sheet.line().unitId(), sheet.isSecret(code)).stream()
                .map(ConversationController::participant)
                .toList();
    }

    @PostMapping("/api/assessments/{id}/conversations")
    @PreAuthorize("@access.may('DISCUSS', 'assessment', #id)")
    ResponseEntity<ConversationBody> begin(@PathVariable UUID id, @Valid @RequestBody ConversationRequest request) {
        var begun = talking.begin(id, request);
        return ResponseEntity.created(URI.create("/api/conversations/" + begun.id()))
                .eTag(Revision.etag(begun.revision()))
                .body(showing.of(begun));
    }

    @GetMapping("/api/conversations/{id}")
    @PreAuthorize("@access.may('SEE_DISCUSSION', 'conversation', #id)")
    ResponseEntity<ConversationBody> show(@PathVariable UUID id) {
        return withRevision(conversations.findById(id).orElseThrow(() -> new NotThere("conversation", id)));
    }

    @PostMapping("/api/conversations/{id}/messages")
    @PreAuthorize("@access.may('DISCUSS', 'conversation', #id)")
    ResponseEntity<ConversationBody> write(@PathVariable UUID id, @Valid @RequestBody MessageRequest request) {
        return withRevision(talking.write(id, request));
    }

    /** Changes one's own message, within a quarter of an hour. */
    @PutMapping("/api/conversations/{id}/messages/{messageId}")
    @PreAuthorize("@access.may('DISCUSS', 'conversation', #id)")
    ResponseEntity<ConversationBody> edit(
            @PathVariable UUID id,
            @PathVariable UUID messageId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody MessageEdit request) {
        return withRevision(talking.edit(id, messageId, Revision.require(ifMatch), request.text()));
    }

    /** Takes one's own message back; its place stays. */
    @DeleteMapping("/api/conversations/{id}/messages/{messageId}")
    @PreAuthorize("@access.may('DISCUSS', 'conversation', #id)")
    ResponseEntity<ConversationBody> remove(@PathVariable UUID id, @PathVariable UUID messageId) {
        return withRevision(talking.remove(id, messageId));
    }

    @PutMapping("/api/conversations/{id}/state")
    @PreAuthorize("@access.may('DISCUSS', 'conversation', #id)")
    ResponseEntity<ConversationBody> move(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ConversationState request) {
        return withRevision(talking.move(id, Revision.require(ifMatch), request.state()));
    }

    private ResponseEntity<ConversationBody> withRevision(Conversation conversation) {
        return ResponseEntity.ok().eTag(Revision.etag(conversation.revision())).body(showing.of(conversation));
    }

    private static Participant participant(PersonOnUnit person) {
        return new Participant(person.id(), person.name(), Side.of(person.roles()), person.roles());
    }
}
