package id.zitrack.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Words problems as RFC 9457 asks; the type ends in the slug that screens translate. */
@Component
class Problems {
    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    static ProblemDetail of(String slug, int status, String detail, Map<String, Object> extras) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
        problem.setType(URI.create("/problems/" + slug));
        problem.setTitle(slug.replace('-', ' '));
        extras.forEach(problem::setProperty);
        return problem;
    }

    static ProblemDetail of(DomainProblem problem) {
        return of(problem.slug(), problem.status(), String.valueOf(problem.getMessage()), problem.extras());
    }

    /** Answers from a filter, where no handler of Spring MVC runs. */
    void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
