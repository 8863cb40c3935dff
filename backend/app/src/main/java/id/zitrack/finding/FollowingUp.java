package id.zitrack.finding;

import id.zitrack.assessment.SheetQuestions;
import id.zitrack.evidence.EvidenceLookup;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.Role;
import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Recording;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Recording findings, planning what is done about them, and deciding: the one place through which all changes go. */
@Component
class FollowingUp {
    private static final int MOST_ON_A_SHEET = 200;

    private final RecordedFindings findings;
    private final ShowingFindings showing;
    private final SheetQuestions sheets;
    private final EvidenceLookup evidence;
    private final PersonLookup people;
    private final Recording recording;
    private final CurrentPerson current;
    private final Clock clock;

    FollowingUp(
            RecordedFindings findings,
            ShowingFindings showing,
            SheetQuestions sheets,
            EvidenceLookup evidence,
            PersonLookup people,
            Recording recording,
            CurrentPerson current,
            Clock clock) {
        this.findings = findings;
        this.showing = showing;
        this.sheets = sheets;
        this.evidence = evidence;
        this.people = people;
        this.recording = recording;
        this.current = current;
        this.clock = clock;
    }

    Finding record(UUID assessmentId, FindingRequest request) {
        var line = sheets.find(assessmentId)
                .orElseThrow(() -> new NotThere("assessment", assessmentId))
                .line();
        var found = request.found();
        requireQuestion(assessmentId, found);
        if (findings.on(assessmentId).size() >= MOST_ON_A_SHEET) {
            throw new TooManyFindings(assessmentId, MOST_ON_A_SHEET);
        }
        return findings.insert(new Finding(
                UUID.randomUUID(), line.institutionId(), line.unitId(), assessmentId, found, current.id(), now()));
    }

    Finding describe(UUID id, long seen, FindingRequest request) {
        var found = request.found();
        return change(id, seen, it -> {
            requireQuestion(it.assessmentId(), found);
            it.describe(found);
        });
    }

    void remove(UUID id, long seen) {
        var finding = unchanged(id, seen);
        if (finding.plan() != null) {
            throw new FindingAnswered(id);
        }
        // Compares the version as well, so that a plan that comes at the same moment is not lost.
        try {
            recording.remove(finding);
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            throw new FindingAnswered(id);
        }
    }

    Finding plan(UUID id, long seen, PlanRequest request) {
        return change(id, seen, it -> it.plan(planned(it, request), request.done()));
    }

    Finding confirm(UUID id, long seen) {
        return change(id, seen, it -> it.confirm(current.id(), now()));
    }

    Finding sendBack(UUID id, long seen, String reason) {
        return change(id, seen, it -> it.sendBack(reason.strip(), current.id(), now()));
    }

    private void requireQuestion(UUID assessmentId, Finding.Found found) {
        var code = found.code();
        if (code != null
                && sheets.find(assessmentId).flatMap(it -> it.question(code)).isEmpty()) {
            throw new InvalidRequest("code", "Pertanyaan ini tidak ada di lembar unit.");
        }
    }

    private Finding.Plan planned(Finding finding, PlanRequest request) {
        var owner = Trimmed.of(request.owner());
        var ownerId = request.ownerId();
        if (ownerId == null == (owner == null)) {
            throw new InvalidRequest("owner", "Pilih penanggung jawab, atau tulis namanya.");
        }
        if (ownerId != null && !isOfUnit(ownerId, finding.unitId())) {
            throw new InvalidRequest("ownerId", "Orang ini bukan koordinator unit.");
        }
        return new Finding.Plan(
                request.action().strip(),
                ownerId,
                owner,
                request.due(),
                Trimmed.of(request.progress()),
                evidence(finding, request),
                current.id(),
                now());
    }

    private boolean isOfUnit(UUID person, UUID unitId) {
        return people.on(unitId).stream()
                .anyMatch(it -> it.id().equals(person) && it.roles().stream().anyMatch(Role::isOfUnit));
    }

    /** What the caller names, and what they cannot see and so cannot mean to take away. */
    private List<UUID> evidence(Finding finding, PlanRequest request) {
        var named = request.evidenceIds() == null ? List.<UUID>of() : request.evidenceIds();
        var before = finding.plan() == null ? List.<UUID>of() : finding.plan().evidenceIds();
        for (var id : named) {
            if (evidence.find(id)
                    .filter(it -> it.unitId().equals(finding.unitId()))
                    .isEmpty()) {
                throw new InvalidRequest("evidenceIds", "Bukti ini tidak ada, atau milik unit lain.");
            }
        }
        return Stream.concat(before.stream().filter(it -> evidence.find(it).isEmpty()), named.stream())
                .distinct()
                .toList();
    }

    private Finding change(UUID id, long seen, Consumer<Finding> change) {
        var finding = unchanged(id, seen);
        change.accept(finding);
        try {
            return findings.save(finding);
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            throw changedMeanwhile(find(id));
        }
    }

    private Finding unchanged(UUID id, long seen) {
        var finding = find(id);
        if (finding.revision() != seen) {
            throw changedMeanwhile(finding);
        }
        return finding;
    }

    private ChangedMeanwhile changedMeanwhile(Finding now) {
        return new ChangedMeanwhile("Finding " + now.id(), showing.of(now));
    }

    private Finding find(UUID id) {
        return findings.findById(id).orElseThrow(() -> new NotThere("finding", id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
