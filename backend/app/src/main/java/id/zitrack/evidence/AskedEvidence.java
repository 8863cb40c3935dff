package id.zitrack.evidence;

import java.util.UUID;

/** What assessors wait for; the room that keeps their requests tells, and hears what a unit has brought. */
public interface AskedEvidence {

    /** Whether an assessor waits for something on a question. */
    boolean isAsked(UUID assessmentId, String code);

    /** A unit has brought something for a question: linked it, or a new version of what is linked. */
    void brought(UUID assessmentId, String code, Brought evidence);

    /** A version of a piece of evidence. */
    record Brought(UUID evidenceId, int version) {}
}
