package id.zitrack.assessment;

import java.util.UUID;

/** Tells whether evidence may be named for a step; known to the room that keeps evidence. */
public interface StepProof {

    /** Whether this evidence is of the unit and the caller may see it. */
    boolean isOf(UUID evidenceId, UUID unitId);
}
