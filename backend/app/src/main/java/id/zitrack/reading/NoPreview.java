package id.zitrack.reading;

import id.zitrack.platform.DomainProblem;

/** Files of this type have no text or table that could be shown; browsers show PDF and pictures themselves. */
final class NoPreview extends DomainProblem {
    NoPreview(String mediaType) {
        super("no-preview", 415, "There is no text or table to show of " + mediaType);
    }
}
