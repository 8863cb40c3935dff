package id.zitrack.instrument;

/** Who may see the evidence of a question. */
public enum Confidentiality {
    PUBLIC,
    INTERNAL,
    /** Whistle-blower reports, wealth reports: only people on a list. */
    SECRET
}
