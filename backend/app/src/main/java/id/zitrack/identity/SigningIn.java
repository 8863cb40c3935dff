package id.zitrack.identity;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Finds the person a token speaks for; at the first sign-in by the e-mail that the identity provider has verified. */
@Component
class SigningIn {
    private static final Duration SEEN_AGAIN = Duration.ofMinutes(10);

    private final People people;
    private final Logins logins;
    private final Claims claims;
    private final FirstAdministrator firstAdministrator;
    private final String administratorEmail;
    private final MongoOperations mongo;
    private final Clock clock;

    SigningIn(
            People people,
            Logins logins,
            Claims claims,
            FirstAdministrator firstAdministrator,
            @Value("${zitrack.admin.email:}") String administratorEmail,
            MongoOperations mongo,
            Clock clock) {
        this.people = people;
        this.logins = logins;
        this.claims = claims;
        this.firstAdministrator = firstAdministrator;
        this.administratorEmail = administratorEmail.strip().toLowerCase(Locale.ROOT);
        this.mongo = mongo;
        this.clock = clock;
    }

    Person personOf(Jwt token) {
        var person = byLogin(token).or(() -> firstTime(token)).orElseThrow(PersonUnknown::new);
        noteSeen(person);
        return person;
    }

    private Optional<Person> byLogin(Jwt token) {
        return logins.findById(key(token)).flatMap(it -> people.findById(it.personId()));
    }

    private Optional<Person> firstTime(Jwt token) {
        return verifiedEmail(token).flatMap(email -> {
            appointIfFirst(email, token);
            var person = claims.holder(Claims.email(email))
                    .flatMap(people::findById)
                    .filter(it -> it.profile().email().equals(email));
            person.ifPresent(it -> remember(new Login(key(token), it.id())));
            return person;
        });
    }

    private void appointIfFirst(String email, Jwt token) {
        if (email.equals(administratorEmail) && firstAdministrator.isNeeded()) {
            var name = token.getClaimAsString("name");
            firstAdministrator.create("Instansi", name == null || name.isBlank() ? email : name, email);
        }
    }

    private void remember(Login login) {
        try {
            logins.save(login);
        } catch (DuplicateKeyException e) {
            // Another request of the same first sign-in was quicker and wrote the same.
            return;
        }
    }

    private void noteSeen(Person person) {
        var now = clock.instant();
        var seen = person.lastSeen();
        if (seen == null || seen.isBefore(now.minus(SEEN_AGAIN))) {
            mongo.updateFirst(query(where("_id").is(person.id())), new Update().set("lastSeen", now), "people");
        }
    }

    private static Optional<String> verifiedEmail(Jwt token) {
        var email = token.getClaimAsString("email");
        var verified = token.getClaims().get("email_verified");
        var isVerified = Boolean.TRUE.equals(verified) || "true".equals(verified);
        return isVerified && email != null ? Optional.of(email.strip().toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static String key(Jwt token) {
        var issuer = token.getClaimAsString("iss");
        var subject = token.getSubject();
        if (issuer == null || subject == null) {
            throw new PersonUnknown();
        }
        return Login.key(issuer, subject);
    }
}
