package id.zitrack.activity;

import id.zitrack.activity.Activity.Slot;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Page;
import id.zitrack.platform.Revision;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Activities of a unit: what took place, what lies in their slots, and what they prove. */
@RestController
@Tag(name = "evidence")
class ActivityController {
    private static final int MOST_PER_PAGE = 100;

    private final Activities activities;
    private final ChangingActivity changing;
    private final ArrangingActivity arranging;
    private final ShowingActivities showing;
    private final OrganizationLookup organization;
    private final CurrentPerson current;
    private final Clock clock;

    ActivityController(
            Activities activities,
            ChangingActivity changing,
            ArrangingActivity arranging,
            ShowingActivities showing,
            OrganizationLookup organization,
            CurrentPerson current,
            Clock clock) {
        this.activities = activities;
        this.changing = changing;
        this.arranging = arranging;
        this.showing = showing;
        this.organization = organization;
        this.current = current;
        this.clock = clock;
    }

    /** The activities of a unit, the latest first. */
    @GetMapping("/api/activities")
    @PreAuthorize("@access.may('SEE_EVIDENCE', 'unit', #unit)")
    Page<ActivityBody> list(
            @RequestParam UUID unit,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.max(1, Math.min(MOST_PER_PAGE, limit));
        var words = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
        var found = activities.ofUnit(unit).stream()
                .filter(it -> speaksOf(it, words))
                .toList();
        int from = cursor == null || cursor.isBlank() ? 0 : after(found, cursor);
        var page = Page.upTo(
                size,
                found.subList(from, Math.min(found.size(), from + size + 1)),
                it -> it.id().toString());
        return new Page<>(showing.of(page.items()), page.next());
    }

    @PostMapping("/api/activities")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'unit', #unit)")
    ResponseEntity<ActivityBody> create(@RequestParam UUID unit, @Valid @RequestBody ActivityRequest request) {
        var institutionId = organization
                .unit(unit)
                .orElseThrow(() -> new NotThere("unit", unit))
                .institutionId();
        var made = activities.insert(Activity.of(
                institutionId,
                unit,
                request.about(),
                current.id(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return ResponseEntity.created(URI.create("/api/activities/" + made.id()))
                .eTag(Revision.etag(made.revision()))
                .body(showing.of(made));
    }

    @GetMapping("/api/activities/{id}")
    @PreAuthorize("@access.may('SEE_EVIDENCE', 'activity', #id)")
    ResponseEntity<ActivityBody> show(@PathVariable UUID id) {
        return withRevision(find(id));
    }

    @PutMapping("/api/activities/{id}")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'activity', #id)")
    ResponseEntity<ActivityBody> describe(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ActivityRequest request) {
        long seen = Revision.require(ifMatch);
        return withRevision(changing.change(id, activity -> {
            requireUnchanged(activity, seen);
            return activity.describe(request.about());
        }));
    }

    @DeleteMapping("/api/activities/{id}")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'activity', #id)")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        long seen = Revision.require(ifMatch);
        var activity = find(id);
        requireUnchanged(activity, seen);
        arranging.remove(activity);
    }

    @PutMapping("/api/activities/{id}/slots/{slot}/{evidenceId}")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'activity', #id)"
            + " and @access.may('CHANGE_EVIDENCE', 'evidence', #evidenceId)")
    ActivityBody put(@PathVariable UUID id, @PathVariable Slot slot, @PathVariable UUID evidenceId) {
        return showing.of(arranging.put(id, slot, evidenceId));
    }

    @DeleteMapping("/api/activities/{id}/slots/{slot}/{evidenceId}")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'activity', #id)"
            + " and @access.may('CHANGE_EVIDENCE', 'evidence', #evidenceId)")
    ActivityBody take(@PathVariable UUID id, @PathVariable Slot slot, @PathVariable UUID evidenceId) {
        return showing.of(arranging.take(id, slot, evidenceId));
    }

    @PutMapping("/api/activities/{id}/questions/{assessmentId}/{code}")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'activity', #id)"
            + " and @access.may('LINK_EVIDENCE', 'assessment', #assessmentId)")
    ActivityBody prove(@PathVariable UUID id, @PathVariable UUID assessmentId, @PathVariable String code) {
        return showing.of(arranging.prove(id, assessmentId, code));
    }

    @DeleteMapping("/api/activities/{id}/questions/{assessmentId}/{code}")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'activity', #id)"
            + " and @access.may('LINK_EVIDENCE', 'assessment', #assessmentId)")
    ActivityBody forget(@PathVariable UUID id, @PathVariable UUID assessmentId, @PathVariable String code) {
        return showing.of(arranging.forget(id, assessmentId, code));
    }

    /** The activities that prove questions of one sheet. */
    @GetMapping("/api/assessments/{id}/activities")
    @PreAuthorize("@access.may('SEE_EVIDENCE', 'assessment', #id)")
    List<ActivityBody> ofAssessment(@PathVariable UUID id) {
        return showing.of(activities.proving(id));
    }

    private static boolean speaksOf(Activity activity, String words) {
        var about = activity.about();
        var place = about.place() == null ? "" : about.place();
        return (about.title() + "\t" + place).toLowerCase(Locale.ROOT).contains(words);
    }

    private static int after(List<Activity> found, String cursor) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).id().toString().equals(cursor)) {
                return i + 1;
            }
        }
        throw new InvalidRequest("cursor", "is not one of ours");
    }

    private Activity find(UUID id) {
        return activities.findById(id).orElseThrow(() -> new NotThere("activity", id));
    }

    private void requireUnchanged(Activity activity, long seen) {
        if (activity.revision() != seen) {
            throw new ChangedMeanwhile("Activity " + activity.id(), showing.of(activity));
        }
    }

    private ResponseEntity<ActivityBody> withRevision(Activity activity) {
        return ResponseEntity.ok().eTag(Revision.etag(activity.revision())).body(showing.of(activity));
    }
}
