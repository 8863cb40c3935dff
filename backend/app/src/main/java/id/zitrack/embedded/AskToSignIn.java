package id.zitrack.embedded;

import id.zitrack.platform.PublicAddress;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Shows the sign-in page to whoever is not signed in, unless the screens asked without showing anything
 * ({@code prompt=none}): those are told that a sign-in is needed, as OpenID Connect asks.
 */
final class AskToSignIn implements AuthenticationEntryPoint {
    private final LoginUrlAuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint(SignInPages.SIGN_IN);
    private final PublicAddress address;

    AskToSignIn(PublicAddress address) {
        this.address = address;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        var back = EmbeddedIdentity.redirectUri(address.current());
        if ("none".equals(request.getParameter("prompt")) && back.equals(request.getParameter("redirect_uri"))) {
            var state = request.getParameter("state");
            response.sendRedirect(UriComponentsBuilder.fromUriString(back)
                    .queryParam("error", "login_required")
                    .queryParam("state", "{state}")
                    .build(state == null ? "" : state)
                    .toString());
            return;
        }
        page.commence(request, response, failure);
    }
}
