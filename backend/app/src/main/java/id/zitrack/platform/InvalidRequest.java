package id.zitrack.platform;

import java.util.List;
import java.util.Map;

/** What was sent cannot be understood or is not allowed; names the fields. */
public final class InvalidRequest extends DomainProblem {

    /** One thing that is wrong. */
    public record FieldError(String field, String message) {}

    public InvalidRequest(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    public InvalidRequest(List<FieldError> errors) {
        super("invalid-request", 400, "The request is not valid.", Map.of("errors", errors));
    }
}
