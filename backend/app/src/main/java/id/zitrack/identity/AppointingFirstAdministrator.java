package id.zitrack.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.zitrack.organization.FoundingInstitution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Appoints the first administrator; two requests that do so at the same moment appoint the same person. */
@Component
class AppointingFirstAdministrator implements FirstAdministrator {
    private final FoundingInstitution founding;
    private final People people;
    private final Claims claims;
    private final Administrators administrators;

    AppointingFirstAdministrator(
            FoundingInstitution founding, People people, Claims claims, Administrators administrators) {
        this.founding = founding;
        this.people = people;
        this.claims = claims;
        this.administrators = administrators;
    }

    @Override
    public boolean isNeeded() {
        return administrators.isNobody();
    }

    @Override
    public void create(String institutionName, String name, String email, String username) {
        if (!isNeeded()) {
            throw new FirstAdministratorNotNeeded();
        }
        var key = email.strip().toLowerCase(Locale.ROOT);
        var account = username.strip().toLowerCase(Locale.ROOT);
        var institutionId = founding.found(institutionName.strip());
        var known = claims.holder(Claims.email(key)).flatMap(people::findById);
        try {
            if (known.isPresent()) {
                promote(known.get(), account);
            } else {
                enter(institutionId, name.strip(), key, account);
            }
        } catch (DuplicateKeyException | OptimisticLockingFailureException e) {
            if (isNeeded()) {
                throw e;
            }
        }
    }

    private void enter(UUID institutionId, String name, String email, String username) {
        var id = UUID.nameUUIDFromBytes(("first administrator " + email).getBytes(UTF_8));
        if (!claims.claim(Claims.email(email), id)) {
            throw new EmailTaken(email);
        }
        claimUsername(username, id);
        var roles = List.of(new Assignment(Role.INSTITUTION_ADMIN, null, Set.of()));
        people.save(new Person(id, institutionId, new Person.Profile(name, email, username, true, null, roles)));
    }

    private void claimUsername(String username, UUID id) {
        if (!claims.claim(Claims.username(username), id)) {
            throw new UsernameTaken(username);
        }
    }

    private void promote(Person person, String username) {
        claimUsername(username, person.id());
        var before = person.profile();
        var roles = new ArrayList<>(before.roles());
        roles.add(new Assignment(Role.INSTITUTION_ADMIN, null, Set.of()));
        person.describe(
                new Person.Profile(before.name(), before.email(), before.username(), true, before.homeUnitId(), roles));
        people.save(person);
    }
}
