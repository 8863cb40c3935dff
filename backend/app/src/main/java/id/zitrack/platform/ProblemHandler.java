package id.zitrack.platform;

import com.mongodb.MongoException;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;

/** The one place that turns everything that goes wrong into {@code application/problem+json}. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemHandler extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private static final Map<Integer, String> SLUGS = Map.of(
            400, "invalid-request",
            401, "sign-in-required",
            403, "not-allowed",
            404, "not-there",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "type-not-supported");
    private static final int OUT_OF_DISK_SPACE = 14031;

    private final SecureRandom random = new SecureRandom();

    @ExceptionHandler
    ResponseEntity<Object> broken(DomainProblem problem) {
        return answer(Problems.of(problem));
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(AccessDeniedException refusal) {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null || new AuthenticationTrustResolverImpl().isAnonymous(caller)) {
            return answer(signInRequired());
        }
        return answer(notAllowed());
    }

    @ExceptionHandler
    ResponseEntity<Object> notSignedIn(AuthenticationException failure) {
        return answer(signInRequired());
    }

    @ExceptionHandler
    ResponseEntity<Object> changedMeanwhile(OptimisticLockingFailureException failure) {
        return answer(
                Problems.of("changed-meanwhile", 412, "It was changed by somebody else in the meantime.", Map.of()));
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(ConstraintViolationException failure) {
        return answer(Problems.of(new InvalidRequest(failure.getConstraintViolations().stream()
                .map(it -> new InvalidRequest.FieldError(it.getPropertyPath().toString(), it.getMessage()))
                .toList())));
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> failed(DataAccessException failure) {
        if (isOutOfSpace(failure)) {
            return answer(Problems.of(new StorageFull()));
        }
        if (failure instanceof DataAccessResourceFailureException) {
            log.error("The document store does not answer: {}", failure.getMessage());
            return answer(Problems.of(new StoreUnreachable("The document store does not answer.")));
        }
        return unexpected(failure);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception failure) {
        if (isOutOfSpace(failure)) {
            return answer(Problems.of(new StorageFull()));
        }
        if (failure instanceof IOException
                && String.valueOf(failure.getClass().getName()).endsWith("ClientAbortException")) {
            return null;
        }
        var bytes = new byte[4];
        random.nextBytes(bytes);
        var incident = HexFormat.of().formatHex(bytes);
        log.error("Incident {}", incident, failure);
        return answer(Problems.of("unexpected", 500, "Something unexpected happened.", Map.of("incident", incident)));
    }

    static ProblemDetail signInRequired() {
        return Problems.of("sign-in-required", 401, "Send a valid access token.", Map.of());
    }

    static ProblemDetail notAllowed() {
        return Problems.of("not-allowed", 403, "The caller's roles do not allow this.", Map.of());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problems.of(new InvalidRequest(failure.getBindingResult().getFieldErrors().stream()
                .map(it -> new InvalidRequest.FieldError(it.getField(), String.valueOf(it.getDefaultMessage())))
                .toList())));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problems.of(new InvalidRequest(failure.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(it -> new InvalidRequest.FieldError(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                String.valueOf(it.getDefaultMessage()))))
                .toList())));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var field = failure.getCause() instanceof DatabindException e
                ? String.join(
                        ".",
                        e.getPath().stream()
                                .map(it -> it.getPropertyName() == null ? "[]" : it.getPropertyName())
                                .toList())
                : "body";
        return answer(Problems.of(new InvalidRequest(
                List.of(new InvalidRequest.FieldError(field, "cannot be read as JSON of this kind")))));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var code = status.value();
        if (code >= 500) {
            return unexpected(failure);
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            // An id that cannot be one names nothing.
            return "id".equals(mismatch.getName())
                    ? answer(Problems.of(new NotThere("thing", String.valueOf(mismatch.getValue()))))
                    : answer(Problems.of(new InvalidRequest(mismatch.getName(), "is not of the right kind")));
        }
        var detail = body instanceof ProblemDetail problem && problem.getDetail() != null
                ? problem.getDetail()
                : String.valueOf(failure.getMessage());
        var answer = Problems.of(SLUGS.getOrDefault(code, "invalid-request"), code, detail, Map.of());
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static boolean isOutOfSpace(Throwable failure) {
        for (@Nullable Throwable it = failure; it != null; it = it.getCause()) {
            if (it instanceof MongoException mongo && mongo.getCode() == OUT_OF_DISK_SPACE
                    || it instanceof IOException
                            && String.valueOf(it.getMessage()).contains("No space left")) {
                return true;
            }
        }
        return false;
    }
}
