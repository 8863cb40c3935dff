package id.zitrack.embedded;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Checks a name and a password against the local accounts. */
final class PasswordCheck implements AuthenticationProvider {
    private final LocalAccounts accounts;
    private final Throttle throttle;

    PasswordCheck(LocalAccounts accounts, Throttle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var username = attempt.getName();
        var password = String.valueOf(attempt.getCredentials());
        if (!throttle.waitOf(username).isZero()) {
            throw new LockedException("Too many wrong passwords");
        }
        var account = accounts.authenticate(username, password).orElseThrow(() -> {
            throttle.failed(username);
            return new BadCredentialsException("Unknown name or wrong password");
        });
        throttle.succeeded(username);
        // The token server reads from this factor when the password was given; without it, no ID token is made.
        var factor = FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY);
        return UsernamePasswordAuthenticationToken.authenticated(account.username(), null, List.of(factor));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
