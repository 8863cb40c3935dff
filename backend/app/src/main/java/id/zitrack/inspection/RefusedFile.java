package id.zitrack.inspection;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** A file that cannot be evidence, because of what it contains. */
public final class RefusedFile extends DomainProblem {
    private final Reason reason;

    public RefusedFile(Reason reason, String detected) {
        super(
                "type-refused",
                415,
                "A file of type " + detected + " is refused: " + reason.slug() + ".",
                Map.of("detected", detected, "reason", reason.slug()));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why; the slug is what the screens translate. */
    public enum Reason {
        /** A kind of file that is not on the list. */
        TYPE("type-not-allowed"),
        /** Something that runs: a program, a script, a page with script. */
        RUNS("can-run"),
        MACROS("macros"),
        ENCRYPTED("password"),
        /** It claims a type but breaks the rules of that type: cut off, torn, or never whole. */
        BROKEN("broken"),
        /** Small outside, enormous inside. */
        BOMB("too-much-inside"),
        /** Two files in one, so that two programs see two different things. */
        TWO_TYPES("two-types"),
        /** Other files inside, which nobody sees who looks at the document. */
        FILES_INSIDE("files-inside"),
        /** A type that this institution has taken off the list. */
        NOT_HERE("not-accepted-here"),
        /** Bytes in which the malware scanner has found something before. */
        MALWARE("malware");

        private final String slug;

        Reason(String slug) {
            this.slug = slug;
        }

        public String slug() {
            return slug;
        }
    }
}
