package id.zitrack.assessment;

import java.util.Collection;

/** What another room has to say before an assessment is submitted; every bean of this kind is asked. */
public interface SubmissionCheck {

    /** The codes of answered questions that nothing available proves yet. */
    Collection<String> unproven(AssessmentView assessment);
}
