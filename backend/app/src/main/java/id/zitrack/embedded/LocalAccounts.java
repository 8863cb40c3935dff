package id.zitrack.embedded;

import static java.util.Comparator.comparing;

import id.zitrack.identity.AccountInvitations;
import id.zitrack.platform.PublicAddress;
import id.zitrack.platform.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** The accounts this installation keeps itself: invitations, passwords, and the accounts of the demo. */
public class LocalAccounts implements AccountInvitations {
    /**
     * The issuer inside access tokens. It stays the same under whatever address the server is reached, so that a
     * person is recognized again; the OpenID Connect issuer, which browsers check, is that address.
     */
    static final String ISSUER = "https://embedded.zitrack.invalid";

    static final Duration TOKEN_LIFETIME = Duration.ofMinutes(10);
    static final int SHORTEST_PASSWORD = 10;
    /** Beyond this, BCrypt would ignore what follows. */
    static final int LONGEST_PASSWORD_BYTES = 72;

    private static final Duration INVITATION_LIFETIME = Duration.ofDays(7);

    private final Accounts accounts;
    private final Settings settings;
    private final PublicAddress address;
    private final JwtEncoder tokens;
    private final Clock clock;
    private final PasswordEncoder passwords = new BCryptPasswordEncoder(10);
    private final String hashOfNobody = Objects.requireNonNull(passwords.encode("nobody has this password"));

    LocalAccounts(Accounts accounts, Settings settings, PublicAddress address, JwtEncoder tokens, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.address = address;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Invitation invite(String username, String name, String email) {
        var secret = OneTimeSecret.fresh();
        var until = clock.instant().plus(INVITATION_LIFETIME);
        var account = find(username).orElseGet(() -> fresh(username, name, email));
        accounts.save(account.invited(name, email, secret.hash(), until));
        return new Invitation(address.current() + "/undangan/" + secret.value(), until);
    }

    /** Opens an account whose password the sign-in page shows; it works only in a demo. */
    public void openForDemo(String username, String name, String email, String password, String role, int order) {
        var hash = Objects.requireNonNull(passwords.encode(password));
        var version = find(username).map(Account::version).orElse(null);
        accounts.save(new Account(
                normal(username), name, email, hash, null, null, new Account.Demo(password, role, order), version));
    }

    /** An access token like the one a sign-in gives; for callers inside this process. */
    public String accessToken(String username) {
        var account = find(username).orElseThrow();
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(account.username())
                .audience(List.of(EmbeddedIdentity.CLIENT))
                .issuedAt(now)
                .expiresAt(now.plus(TOKEN_LIFETIME))
                .claim("name", account.name())
                .claim("email", account.email())
                .claim("email_verified", true)
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return tokens.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    Optional<Account> find(String username) {
        return accounts.findById(normal(username));
    }

    /** The account with this password, taking the same time whether or not there is such an account. */
    Optional<Account> authenticate(String username, String password) {
        var account = find(username).filter(it -> it.demo() == null || settings.demo());
        var hash = account.map(Account::passwordHash).orElse(hashOfNobody);
        return passwords.matches(password, hash) ? account.filter(it -> it.passwordHash() != null) : Optional.empty();
    }

    Optional<Account> invited(String secret) {
        var hash = new OneTimeSecret(secret).hash();
        var now = clock.instant();
        return accounts.findAll().stream()
                .filter(it -> hash.equals(it.invitation()))
                .filter(it -> it.invitedUntil() != null && now.isBefore(Objects.requireNonNull(it.invitedUntil())))
                .findFirst();
    }

    void setPassword(Account account, String password) {
        accounts.save(account.withPassword(Objects.requireNonNull(passwords.encode(password))));
    }

    Account open(String username, String name, String email, String password) {
        var account = fresh(username, name, email).withPassword(Objects.requireNonNull(passwords.encode(password)));
        return accounts.insert(account);
    }

    static boolean isAcceptable(String password) {
        return password.codePointCount(0, password.length()) >= SHORTEST_PASSWORD
                && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PASSWORD_BYTES;
    }

    List<Account> ofDemo() {
        return settings.demo()
                ? accounts.findAll().stream()
                        .filter(it -> it.demo() != null)
                        .sorted(comparing(
                                it -> Objects.requireNonNull(it.demo()).order()))
                        .toList()
                : List.of();
    }

    private static Account fresh(String username, String name, String email) {
        return new Account(normal(username), name, email, null, null, null, null, null);
    }

    private static String normal(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
