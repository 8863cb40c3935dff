package id.zitrack.platform;

import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Who says who somebody is: the institution's identity provider, or the accounts embedded in this process. */
public interface SignIn {

    /** The issuer's address as the caller of the current request reaches it. */
    String issuer();

    String clientId();

    /** Whether this process keeps the accounts itself. */
    boolean isLocal();

    /** Checks access tokens. */
    JwtDecoder decoder();
}
