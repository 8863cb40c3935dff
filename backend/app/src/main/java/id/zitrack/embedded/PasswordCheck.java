package id.zitrack.embedded;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

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
        return UsernamePasswordAuthenticationToken.authenticated(account.username(), null, List.of());
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
