package id.zitrack.evidence;

import id.zitrack.evidence.Sheets.SheetName;
import id.zitrack.identity.Action;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.PersonOnUnit;
import id.zitrack.platform.NotThere;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Around a piece of evidence: where it is used, and who could be on its list of readers. */
@RestController
@RequestMapping("/api/evidence")
class EvidenceUsesController {
    private final EvidenceRecords records;
    private final LinkingEvidence linking;
    private final NamingReaders naming;
    private final Sheets sheets;
    private final List<EvidenceUse> uses;
    private final CurrentPerson current;

    EvidenceUsesController(
            EvidenceRecords records,
            LinkingEvidence linking,
            NamingReaders naming,
            Sheets sheets,
            List<EvidenceUse> uses,
            CurrentPerson current) {
        this.records = records;
        this.linking = linking;
        this.naming = naming;
        this.sheets = sheets;
        this.uses = uses;
        this.current = current;
    }

    /** Everything that relies on a piece of evidence. */
    record UsesBody(List<QuestionUse> questions, List<EvidenceUse.Use> others) {}

    /**
     * A question that it proves.
     *
     * @param activities through which it is linked
     * @param mayUnlink whether the caller may end the link that was made by itself
     */
    record QuestionUse(
            SheetName sheet,
            String code,
            String label,
            boolean direct,
            List<ActivityName> activities,
            boolean mayUnlink) {}

    record ActivityName(UUID id, String title) {}

    @GetMapping("/{id}/uses")
    @PreAuthorize("@access.may('SEE_EVIDENCE', 'evidence', #id)")
    UsesBody uses(@PathVariable UUID id) {
        var evidence = records.findById(id).orElseThrow(() -> new NotThere("evidence", id));
        var others = uses.stream().flatMap(it -> it.of(id).stream()).toList();
        var found = sheets.find(
                evidence.links().stream().map(Evidence.Link::assessmentId).toList());
        return new UsesBody(
                evidence.links().stream()
                        .flatMap(it -> Stream.ofNullable(found.get(it.assessmentId()))
                                .map(sheet -> use(evidence, it, sheet, others)))
                        .toList(),
                others);
    }

    /** The people who have a role on a unit, to choose the readers of secret evidence from. */
    @GetMapping("/readers")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'unit', #unit)")
    List<PersonOnUnit> readers(@RequestParam UUID unit) {
        return naming.candidates(unit);
    }

    private QuestionUse use(Evidence evidence, Evidence.Link link, Sheets.Sheet sheet, List<EvidenceUse.Use> others) {
        var ways = evidence.waysTo(link.assessmentId(), link.code());
        boolean direct = ways.stream().anyMatch(Evidence.Link::isDirect);
        return new QuestionUse(
                sheet.name(),
                link.code(),
                sheet.label(link.code()),
                direct,
                others.stream()
                        .filter(it -> it.kind() == EvidenceUse.Kind.ACTIVITY)
                        .map(it -> new ActivityName(UUID.fromString(it.id()), it.title()))
                        .filter(it -> ways.stream().anyMatch(way -> it.id().equals(way.activityId())))
                        .toList(),
                direct
                        && Action.CHANGE_EVIDENCE.isFor(current.rolesOn(evidence.unitId()))
                        && linking.isUnlocked(sheet, link.code()));
    }
}
