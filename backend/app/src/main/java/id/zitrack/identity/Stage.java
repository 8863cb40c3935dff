package id.zitrack.identity;

/** Where an assessment stands between the unit, the internal assessors and the national evaluators; part of the access table. */
public enum Stage {
    DRAFT,
    SUBMITTED,
    /** With the members of the TPI. */
    UNDER_REVIEW,
    WITH_LEAD,
    WITH_CONTROLLER,
    RETURNED,
    ACCEPTED,
    CLOSED,
    NOMINATED,
    SELECTION_PASSED,
    SELECTION_NOTED,
    SELECTION_FAILED,
    APPEALED,
    DESK_EVALUATION,
    FIELD_EVALUATION,
    AWARDED,
    NOT_AWARDED,
    MONITORED,
    EXTENDED,
    REVOKED;

    /** Whether it is the unit's turn. */
    public boolean isWithUnit() {
        return this == DRAFT || this == RETURNED;
    }

    /** Whether it is the turn of the internal assessors (TPI), at whichever level. */
    public boolean isWithTpi() {
        return this == SUBMITTED || this == UNDER_REVIEW || this == WITH_LEAD || this == WITH_CONTROLLER;
    }

    /** Whether unit or assessors still work on the sheet. */
    public boolean isInHand() {
        return isWithUnit() || isWithTpi();
    }
}
