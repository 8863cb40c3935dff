package id.zitrack.upload;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What the tus protocol asks of every answer and of clients that cannot send PATCH: its version, and the method named in
 * a header.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class TusProtocol extends OncePerRequestFilter {
    static final String VERSION = "1.0.0";
    static final String EXTENSIONS = "creation,checksum,expiration,termination";
    static final String CHECKSUMS = "sha1,sha256";
    static final String RESUMABLE = "Tus-Resumable";
    static final String CONTENT_TYPE = "application/offset+octet-stream";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return !path.equals("/api/uploads") && !path.startsWith("/api/uploads/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(RESUMABLE, VERSION);
        response.setHeader("Tus-Version", VERSION);
        var meant = request.getHeader("X-HTTP-Method-Override");
        if (meant == null || !request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
            return;
        }
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getMethod() {
                        return meant.toUpperCase(Locale.ROOT);
                    }
                },
                response);
    }
}
