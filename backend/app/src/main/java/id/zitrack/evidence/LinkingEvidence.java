package id.zitrack.evidence;

import id.zitrack.assessment.AssessmentLookup;
import id.zitrack.assessment.AssessmentView;
import id.zitrack.catalog.InstrumentCatalog;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.Role;
import id.zitrack.instrument.Area;
import id.zitrack.instrument.Group;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Node;
import id.zitrack.instrument.Question;
import id.zitrack.platform.NotThere;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ties evidence to the questions it proves and loosens it again, while the unit may work on them. */
@Component
class LinkingEvidence {
    private final ChangingEvidence changing;
    private final AssessmentLookup assessments;
    private final InstrumentCatalog instruments;
    private final CurrentPerson current;
    private final Clock clock;

    LinkingEvidence(
            ChangingEvidence changing,
            AssessmentLookup assessments,
            InstrumentCatalog instruments,
            CurrentPerson current,
            Clock clock) {
        this.changing = changing;
        this.assessments = assessments;
        this.instruments = instruments;
        this.current = current;
        this.clock = clock;
    }

    Evidence link(UUID evidenceId, UUID assessmentId, String code) {
        var unitId = openQuestion(assessmentId, code).unitId();
        return changing.change(evidenceId, evidence -> {
            if (!evidence.unitId().equals(unitId)) {
                throw new EvidenceOfOtherUnit(evidenceId);
            }
            return evidence.link(
                    assessmentId, code, current.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        });
    }

    Evidence unlink(UUID evidenceId, UUID assessmentId, String code) {
        openQuestion(assessmentId, code);
        return changing.change(evidenceId, evidence -> evidence.unlink(assessmentId, code));
    }

    /** A question that the caller may prove now, with the unit that answers it. */
    OpenQuestion openQuestion(UUID assessmentId, String code) {
        var assessment = assessments.find(assessmentId).orElseThrow(() -> new NotThere("assessment", assessmentId));
        var instrument = instruments
                .find(assessment.instrument(), assessment.institutionId())
                .orElseThrow(() -> new NotThere("instrument", assessment.instrument()));
        var question = instrument
                .find(code)
                .filter(Question.class::isInstance)
                .map(Question.class::cast)
                .orElseThrow(() -> new NotThere("question", code));
        requireOwnArea(assessment, instrument, code);
        if (!assessment.isOpen(code)) {
            throw new QuestionNotOpen(code);
        }
        return new OpenQuestion(assessment.unitId(), question);
    }

    record OpenQuestion(UUID unitId, Question question) {}

    private void requireOwnArea(AssessmentView assessment, Instrument instrument, String code) {
        if (!isOwn(assessment, instrument, code)) {
            throw new QuestionOfOtherArea(code);
        }
    }

    /** Whether the question belongs to what the caller answers for on the unit. */
    boolean isOwn(AssessmentView assessment, Instrument instrument, String code) {
        if (current.rolesOn(assessment.unitId()).contains(Role.UNIT_COORDINATOR)) {
            return true;
        }
        var own = current.areasOn(assessment.unitId());
        return own.isEmpty()
                || instrument.areas().stream()
                        .filter(it -> own.contains(it.code()))
                        .anyMatch(it -> holds(instrument, it, code));
    }

    private static boolean holds(Instrument instrument, Area area, String code) {
        return area.nodes().stream().anyMatch(it -> holds(instrument.node(it), code));
    }

    private static boolean holds(Node node, String code) {
        return node.code().equals(code)
                || (node instanceof Group group && group.children().stream().anyMatch(it -> holds(it, code)));
    }
}
