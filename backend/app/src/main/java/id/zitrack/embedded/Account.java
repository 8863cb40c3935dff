package id.zitrack.embedded;

import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A local account: who may sign in with which password. What they may do is not its business.
 *
 * @param username in lower case
 * @param passwordHash null until the invitation is taken up
 * @param invitation the hash of the one-time link that sets a password; null when none is open
 */
@Document("accounts")
record Account(
        @Id String username,
        String name,
        String email,
        @Nullable String passwordHash,
        @Nullable String invitation,
        @Nullable Instant invitedUntil,
        @Nullable Demo demo,
        @Version @Nullable Long version)
        implements Recorded {

    /**
     * What the sign-in page of a demo shows; such an account opens nothing outside a demo.
     *
     * @param order the place in the list
     */
    record Demo(String password, String role, int order) {}

    @Override
    public List<Facts> facts() {
        return List.of(Facts.about("account", username)
                .say("name", name)
                .say("email", email)
                .hide("password", passwordHash)
                .hide("invitation", invitation));
    }

    Account withPassword(String hash) {
        return new Account(username, name, email, hash, null, null, demo, version);
    }

    Account invited(String name, String email, String hash, Instant until) {
        return new Account(username, name, email, passwordHash, hash, until, demo, version);
    }
}
