package id.zitrack.organization;

/** What stands in the calendar of a period; each may be moved by a letter at any time. */
enum CalendarEntry {
    OPENING,
    UNIT_DEADLINE,
    REVIEW_ROUND,
    REVIEW_DEADLINE,
    NOMINATION_DEADLINE,
    REPAIR_WINDOW,
    APPEAL_WINDOW
}
