package id.zitrack.assessment;

import id.zitrack.instrument.Award;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What another room has to say about a requirement; every bean of this kind is asked. */
public interface StepCheck {

    /** The requirement it knows about. */
    Requirement requirement();

    /**
     * What is missing, in codes or words that people know; nothing if the requirement is met.
     *
     * @param award for requirements of an award; else null
     */
    List<String> missing(AssessmentView assessment, @Nullable Award award);
}
