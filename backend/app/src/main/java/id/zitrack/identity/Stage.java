package id.zitrack.identity;

/** Where an assessment stands between the unit and the internal assessors; part of the access table. */
public enum Stage {
    DRAFT,
    SUBMITTED,
    UNDER_REVIEW,
    RETURNED,
    ACCEPTED,
    CLOSED
}
