package id.zitrack.platform;

import org.jspecify.annotations.Nullable;

/** The revision of something people edit, as it travels in {@code ETag} and {@code If-Match}. */
public final class Revision {
    private Revision() {}

    /**
     * The revision the caller last saw.
     *
     * @throws IfMatchRequired without the header
     * @throws InvalidRequest if it holds no revision
     */
    public static long require(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new IfMatchRequired();
        }
        var text = ifMatch.strip();
        if (text.startsWith("W/")) {
            text = text.substring(2);
        }
        try {
            return Long.parseLong(text.replace("\"", ""));
        } catch (NumberFormatException e) {
            throw new InvalidRequest("If-Match", "holds no revision");
        }
    }

    /** The value of the {@code ETag} header. */
    public static String etag(long revision) {
        return '"' + Long.toString(revision) + '"';
    }

    /** An edit came without saying which revision it is based on. */
    static final class IfMatchRequired extends DomainProblem {
        IfMatchRequired() {
            super("if-match-required", 428, "Send If-Match with the revision the change is based on.");
        }
    }
}
