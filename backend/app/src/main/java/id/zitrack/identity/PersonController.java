package id.zitrack.identity;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import id.zitrack.identity.AccountInvitations.Invitation;
import id.zitrack.platform.Line;
import id.zitrack.platform.Page;
import id.zitrack.platform.Revision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The people of the caller's institution, for administrators. */
@RestController
@RequestMapping("/api/people")
class PersonController {
    private final ManagingPeople managing;
    private final CurrentPerson current;
    private final ObjectProvider<AccountInvitations> invitations;
    private final MongoOperations mongo;

    PersonController(
            ManagingPeople managing,
            CurrentPerson current,
            ObjectProvider<AccountInvitations> invitations,
            MongoOperations mongo) {
        this.managing = managing;
        this.current = current;
        this.invitations = invitations;
        this.mongo = mongo;
    }

    /** Lists people by name; the cursor is the last person of the page before. */
    @GetMapping
    @PreAuthorize("@access.may('MANAGE_PEOPLE')")
    Page<PersonResponse> list(
            @RequestParam(defaultValue = "") @Line String q,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var wanted = where("institutionId").is(current.institutionId());
        var sought = q.strip().toLowerCase(Locale.ROOT);
        if (!sought.isEmpty()) {
            wanted = wanted.and("searchText").regex(Pattern.quote(sought));
        }
        if (cursor != null) {
            wanted = wanted.and("sortKey").gt(managing.find(cursor).sortKey());
        }
        var found = mongo.find(query(wanted).with(Sort.by("sortKey")).limit(limit + 1), Person.class).stream()
                .map(PersonResponse::of)
                .toList();
        return Page.upTo(limit, found, it -> it.id().toString());
    }

    @GetMapping("/{id}")
    @PreAuthorize("@access.may('MANAGE_PEOPLE')")
    ResponseEntity<PersonResponse> show(@PathVariable UUID id) {
        return withRevision(managing.find(id));
    }

    @PostMapping
    @PreAuthorize("@access.may('MANAGE_PEOPLE')")
    ResponseEntity<PersonResponse> enter(@Valid @RequestBody PersonRequest request) {
        var person = managing.enter(request.profile(null));
        return ResponseEntity.created(URI.create("/api/people/" + person.id()))
                .eTag(Revision.etag(person.revision()))
                .body(PersonResponse.of(person));
    }

    @PutMapping("/{id}")
    @PreAuthorize("@access.may('MANAGE_PEOPLE')")
    ResponseEntity<PersonResponse> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PersonRequest request) {
        var revision = Revision.require(ifMatch);
        var username = managing.find(id).profile().username();
        return withRevision(managing.change(id, revision, request.profile(username)));
    }

    /** Makes a one-time link with which the person sets a password. */
    @PostMapping("/{id}/invitation")
    @PreAuthorize("@access.may('MANAGE_PEOPLE')")
    Invitation invite(@PathVariable UUID id) {
        var person = managing.find(id);
        var accounts = invitations.getIfAvailable();
        if (accounts == null) {
            throw new IdentityElsewhere();
        }
        if (!person.isActive()) {
            throw new InactivePersonInvited();
        }
        var profile = person.profile();
        return accounts.invite(profile.username(), profile.name(), profile.email());
    }

    private static ResponseEntity<PersonResponse> withRevision(Person person) {
        return ResponseEntity.ok().eTag(Revision.etag(person.revision())).body(PersonResponse.of(person));
    }
}
