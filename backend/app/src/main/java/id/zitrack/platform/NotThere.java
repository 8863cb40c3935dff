package id.zitrack.platform;

/** Something is not there, or not for the caller to know about: both look the same from outside. */
public final class NotThere extends DomainProblem {
    public NotThere(String what, Object id) {
        super("not-there", 404, "There is no " + what + " " + id + " for the caller.");
    }
}
