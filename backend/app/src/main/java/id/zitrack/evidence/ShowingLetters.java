package id.zitrack.evidence;

import id.zitrack.assessment.StepProof;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether evidence can stand for the letter of a step. */
@Component
class ShowingLetters implements StepProof {
    private final EvidenceLookup evidence;

    ShowingLetters(EvidenceLookup evidence) {
        this.evidence = evidence;
    }

    @Override
    public boolean isOf(UUID evidenceId, UUID unitId) {
        return evidence.find(evidenceId)
                .filter(it -> it.unitId().equals(unitId))
                .isPresent();
    }
}
