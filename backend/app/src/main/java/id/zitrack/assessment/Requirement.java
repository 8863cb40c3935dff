package id.zitrack.assessment;

/** What must hold before a step is taken. Who may take it, and when, is not part of it: see {@link Step}. */
public enum Requirement {
    /** Every question is answered and proven; may be waived knowingly. */
    NOTHING_MISSING(false),
    /** Every answered question has a verdict that counts. */
    ALL_JUDGED(true),
    /** A question is marked to go back, or a message says why all of it does. */
    MARKED_OR_SAID(false),
    /** The period has the level of the controller. */
    CONTROLLER_IN_PERIOD(true),
    /** In a period with the level of the controller, the sheet is with them. */
    CONTROLLER_REACHED(true),
    /** The verdicts of the TPI meet every gate of the award; may be waived with a reason. */
    GATES_MET(false),
    /** Every precondition of the award is recorded and met; may be waived with a reason. */
    PRECONDITIONS_MET(false);

    private final boolean binding;

    Requirement(boolean binding) {
        this.binding = binding;
    }

    /** Whether nothing can make up for it. */
    public boolean isBinding() {
        return binding;
    }

    /** Whether it is asked for each award apart. */
    boolean isOfAward() {
        return this == GATES_MET || this == PRECONDITIONS_MET;
    }
}
