package id.zitrack.platform;

import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Sign-in through the institution's own OpenID Connect provider; it must answer when the application starts. */
@Component
@ConditionalOnSetting("zitrack.oidc.issuer")
class InstitutionSignIn implements SignIn {
    private final Settings.Oidc oidc;
    private final JwtDecoder decoder;

    InstitutionSignIn(Settings settings) {
        this.oidc = settings.oidc();
        try {
            var nimbus = NimbusJwtDecoder.withIssuerLocation(oidc.issuer()).build();
            nimbus.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefaultWithIssuer(oidc.issuer()), ofClient(oidc.clientId())));
            this.decoder = nimbus;
        } catch (RuntimeException e) {
            throw new WrongSetting(
                    "zitrack.oidc.issuer",
                    "tidak ada penyedia OpenID Connect yang menjawab di " + oidc.issuer() + ".",
                    e);
        }
    }

    /** A token that the provider gave to another application must not open this one. */
    static OAuth2TokenValidator<Jwt> ofClient(String clientId) {
        return token -> {
            List<String> audience = token.getAudience();
            var isOurs = clientId.equals(token.getClaimAsString("azp"))
                    || clientId.equals(token.getClaimAsString("client_id"))
                    || audience != null && audience.contains(clientId);
            return isOurs
                    ? OAuth2TokenValidatorResult.success()
                    : OAuth2TokenValidatorResult.failure(
                            new OAuth2Error("invalid_token", "The token is not for " + clientId, null));
        };
    }

    @Override
    public String issuer() {
        return oidc.issuer();
    }

    @Override
    public String clientId() {
        return oidc.clientId();
    }

    @Override
    public boolean isLocal() {
        return false;
    }

    @Override
    public JwtDecoder decoder() {
        return decoder;
    }
}
