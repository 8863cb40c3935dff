package id.zitrack.platform;

/** The document or file store does not answer; trying again later is safe. */
public final class StoreUnreachable extends DomainProblem {
    public StoreUnreachable(String detail) {
        super("store-unreachable", 503, detail);
    }
}
