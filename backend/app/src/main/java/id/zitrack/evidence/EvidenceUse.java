package id.zitrack.evidence;

import java.util.List;
import java.util.UUID;

/** Who relies on a piece of evidence beside the questions it is linked to; every bean of this kind is asked. */
public interface EvidenceUse {

    /** Where one room uses it now. */
    List<Use> of(UUID evidenceId);

    /** The kinds of places that use evidence. */
    enum Kind {
        ACTIVITY,
        PRECONDITION,
        FINDING
    }

    /**
     * One place that uses it.
     *
     * @param id of the activity or finding, or the name of the precondition
     * @param title for people to recognize it by
     */
    record Use(Kind kind, String id, String title) {}
}
