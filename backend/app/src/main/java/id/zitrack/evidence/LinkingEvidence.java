package id.zitrack.evidence;

import id.zitrack.evidence.Evidence.Link;
import id.zitrack.evidence.Sheets.Sheet;
import id.zitrack.identity.Action;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.NotInThisStage;
import id.zitrack.identity.Role;
import id.zitrack.instrument.Area;
import id.zitrack.instrument.Group;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Node;
import id.zitrack.instrument.Question;
import id.zitrack.platform.NotThere;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ties evidence to the questions it proves and loosens it again, while the unit may work on them. What an assessor asked
 * for may also be tied to a locked question; nothing is loosened there.
 */
@Component
class LinkingEvidence {
    private final ChangingEvidence changing;
    private final Sheets sheets;
    private final AskedEvidence asked;
    private final CurrentPerson current;
    private final Clock clock;

    LinkingEvidence(ChangingEvidence changing, Sheets sheets, AskedEvidence asked, CurrentPerson current, Clock clock) {
        this.changing = changing;
        this.sheets = sheets;
        this.asked = asked;
        this.current = current;
        this.clock = clock;
    }

    Evidence link(UUID evidenceId, UUID assessmentId, String code) {
        return link(evidenceId, assessmentId, code, null, null);
    }

    /** Links what lies in an activity; it stays linked as long as it lies there and the activity proves the question. */
    Evidence linkThrough(UUID activityId, UUID evidenceId, UUID assessmentId, String code) {
        return link(evidenceId, assessmentId, code, activityId, null);
    }

    /** Links what proved the same question in an earlier assessment, now that somebody has confirmed it. */
    Evidence carryOver(UUID evidenceId, UUID from, UUID assessmentId, String code) {
        return link(evidenceId, assessmentId, code, null, from);
    }

    private Evidence link(
            UUID evidenceId, UUID assessmentId, String code, @Nullable UUID activityId, @Nullable UUID carriedFrom) {
        var unitId = openQuestion(assessmentId, code).unitId();
        var linked = changing.change(evidenceId, evidence -> {
            if (!evidence.unitId().equals(unitId)) {
                throw new EvidenceOfOtherUnit(evidenceId);
            }
            return evidence.link(new Link(assessmentId, code, current.id(), now(), activityId, carriedFrom));
        });
        asked.brought(
                assessmentId,
                code,
                new AskedEvidence.Brought(linked.id(), linked.current().number()));
        return linked;
    }

    /** Ends the link that was made by itself; what an activity links is loosened there. */
    Evidence unlink(UUID evidenceId, UUID assessmentId, String code) {
        requireUnlocked(assessmentId, code);
        return changing.change(evidenceId, evidence -> {
            var ways = evidence.waysTo(assessmentId, code);
            if (!ways.isEmpty() && ways.stream().noneMatch(Link::isDirect)) {
                throw new LinkedByActivity(evidenceId, ways);
            }
            return evidence.unlink(assessmentId, code);
        });
    }

    Evidence unlinkThrough(UUID activityId, UUID evidenceId, UUID assessmentId, String code) {
        requireUnlocked(assessmentId, code);
        return changing.change(evidenceId, evidence -> evidence.unlink(assessmentId, code, activityId));
    }

    /** A question that the caller may prove now, with the unit that answers it. */
    OpenQuestion openQuestion(UUID assessmentId, String code) {
        var sheet = sheet(assessmentId);
        var question = question(sheet, code);
        requireOwnArea(sheet, code);
        var assessment = sheet.assessment();
        if (!assessment.isOpen(code) && !(assessment.stage().isInHand() && asked.isAsked(assessmentId, code))) {
            throw locked(sheet, code);
        }
        return new OpenQuestion(assessment.unitId(), question);
    }

    record OpenQuestion(UUID unitId, Question question) {}

    /** Whether the caller may link and loosen what proves a question now. */
    boolean isUnlocked(Sheet sheet, String code) {
        var roles = current.rolesOn(sheet.assessment().unitId());
        return Action.LINK_EVIDENCE.isFor(roles)
                && sheet.assessment().isOpen(code)
                && sheet.question(code).isPresent()
                && isOwnArea(sheet, code);
    }

    /** Whether the question lies in an area for which the caller answers. */
    boolean isOwnArea(Sheet sheet, String code) {
        var unitId = sheet.assessment().unitId();
        if (current.rolesOn(unitId).contains(Role.UNIT_COORDINATOR)) {
            return true;
        }
        var own = current.areasOn(unitId);
        return own.isEmpty()
                || sheet.instrument().areas().stream()
                        .filter(it -> own.contains(it.code()))
                        .anyMatch(it -> holds(sheet.instrument(), it, code));
    }

    private void requireUnlocked(UUID assessmentId, String code) {
        var sheet = sheet(assessmentId);
        question(sheet, code);
        requireOwnArea(sheet, code);
        if (!sheet.assessment().isOpen(code)) {
            throw locked(sheet, code);
        }
    }

    private Sheet sheet(UUID assessmentId) {
        return sheets.find(assessmentId).orElseThrow(() -> new NotThere("assessment", assessmentId));
    }

    private static Question question(Sheet sheet, String code) {
        return sheet.question(code).orElseThrow(() -> new NotThere("question", code));
    }

    private void requireOwnArea(Sheet sheet, String code) {
        if (!isOwnArea(sheet, code)) {
            throw new QuestionOfOtherArea(code);
        }
    }

    private static RuntimeException locked(Sheet sheet, String code) {
        var stage = sheet.assessment().stage();
        return stage.isWithUnit() ? new QuestionNotOpen(code) : new NotInThisStage(Action.LINK_EVIDENCE, stage);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static boolean holds(Instrument instrument, Area area, String code) {
        return area.nodes().stream().anyMatch(it -> holds(instrument.node(it), code));
    }

    private static boolean holds(Node node, String code) {
        return node.code().equals(code)
                || (node instanceof Group group && group.children().stream().anyMatch(it -> holds(it, code)));
    }
}
