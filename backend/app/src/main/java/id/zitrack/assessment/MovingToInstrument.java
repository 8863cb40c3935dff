package id.zitrack.assessment;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.NotThere;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Moving a running assessment to another instrument: first looking at what that does, then doing exactly that. */
@Component
class MovingToInstrument {
    private final Assessments assessments;
    private final Instruments instruments;
    private final ChangingAssessment changing;
    private final List<LeftBehind> leftBehind;
    private final CurrentPerson current;
    private final Clock clock;

    MovingToInstrument(
            Assessments assessments,
            Instruments instruments,
            ChangingAssessment changing,
            List<LeftBehind> leftBehind,
            CurrentPerson current,
            Clock clock) {
        this.assessments = assessments;
        this.instruments = instruments;
        this.changing = changing;
        this.leftBehind = leftBehind;
        this.current = current;
        this.clock = clock;
    }

    /** What a move would do, without doing it. */
    MovePreview preview(UUID id, String to) {
        var assessment = assessments.findById(id).orElseThrow(() -> new NotThere("assessment", id));
        return preview(assessment, target(assessment, to));
    }

    /**
     * Moves the assessment if both it and the target are still what was looked at.
     *
     * @param hash of the target
     * @param revision of the assessment
     * @throws ChangedMeanwhile with what the move would do now
     */
    Scored move(UUID id, String to, String hash, long revision) {
        return changing.change(id, (assessment, from) -> {
            var target = target(assessment, to);
            if (assessment.revision() != revision || !target.hash().equals(hash)) {
                throw new ChangedMeanwhile("The assessment or the instrument", preview(assessment, target));
            }
            assessment.moveTo(InstrumentMove.of(assessment, from, target), current.id(), clock.instant());
            return true;
        });
    }

    private MovePreview preview(Assessment assessment, Instrument to) {
        var from = instruments.get(assessment.instrument(), assessment.institutionId());
        var view = assessment.view();
        var stay = new EnumMap<LeftBehind.Kind, Map<String, Integer>>(LeftBehind.Kind.class);
        leftBehind.forEach(it -> stay.put(it.kind(), it.byQuestion(view, to)));
        return MovePreview.of(assessment, InstrumentMove.of(assessment, from, to), stay);
    }

    private Instrument target(Assessment assessment, String to) {
        var at = to.lastIndexOf('@');
        if (at < 1) {
            throw new NotThere("instrument", to);
        }
        var key = new InstrumentKey(to.substring(0, at), to.substring(at + 1));
        if (key.equals(assessment.instrument())) {
            throw new AlreadyOnInstrument(key);
        }
        return instruments.find(key, assessment.institutionId()).orElseThrow(() -> new NotThere("instrument", to));
    }
}
