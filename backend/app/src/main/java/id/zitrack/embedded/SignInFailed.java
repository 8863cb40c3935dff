package id.zitrack.embedded;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** Goes back to the sign-in page, which says why and keeps the name. */
final class SignInFailed implements AuthenticationFailureHandler {
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var name = request.getParameter("nama");
        response.sendRedirect(UriComponentsBuilder.fromPath(SignInPages.SIGN_IN)
                .queryParam("gagal", failure instanceof LockedException ? "tunggu" : "salah")
                .queryParam("nama", "{name}")
                .build(name == null ? "" : name)
                .toString());
    }
}
