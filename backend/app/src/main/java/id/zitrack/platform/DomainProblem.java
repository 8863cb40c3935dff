package id.zitrack.platform;

import java.util.Map;

/**
 * A rule that was broken, told to clients as {@code application/problem+json} under a stable slug.
 *
 * <p>The slug is the last part of the problem's type ({@code /problems/{slug}}) and never changes its meaning; the
 * detail is for developers. Extras become members of the problem.
 */
public abstract class DomainProblem extends RuntimeException {
    private final String slug;
    private final int status;
    private final transient Map<String, Object> extras;

    protected DomainProblem(String slug, int status, String detail) {
        this(slug, status, detail, Map.of());
    }

    protected DomainProblem(String slug, int status, String detail, Map<String, Object> extras) {
        super(detail);
        this.slug = slug;
        this.status = status;
        this.extras = extras;
    }

    public String slug() {
        return slug;
    }

    /** The HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    public Map<String, Object> extras() {
        return extras;
    }
}
