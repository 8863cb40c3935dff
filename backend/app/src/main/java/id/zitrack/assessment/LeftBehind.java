package id.zitrack.assessment;

import id.zitrack.instrument.Instrument;
import java.util.Map;

/**
 * What another room has tied to single questions, and would no longer count after a move to another instrument; every
 * bean of this kind is asked. Nothing of it is deleted: it counts again when the assessment moves back.
 */
public interface LeftBehind {

    /** What kind of thing this room ties to questions. */
    Kind kind();

    /** How many of them would no longer count, by question code. */
    Map<String, Integer> byQuestion(AssessmentView assessment, Instrument to);

    /** The things that are tied to questions. */
    enum Kind {
        EVIDENCE,
        VERDICT
    }
}
