package id.zitrack.assessment;

/** What a person says when taking a step. */
public enum StepField {
    REASON,
    /** The number and the date of the letter. */
    LETTER,
    /** Until when: a repair is due, or a predicate holds. */
    DUE,
    AWARD,
    /** The year that was monitored. */
    YEAR,
    /** What the monitoring found. */
    RESULT,
    /** A piece of evidence of the unit that shows the letter. */
    EVIDENCE
}
