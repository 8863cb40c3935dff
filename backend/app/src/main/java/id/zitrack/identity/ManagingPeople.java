package id.zitrack.identity;

import id.zitrack.organization.OrganizationLookup;
import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.NotThere;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Enters and changes people of the caller's institution. */
@Component
class ManagingPeople {
    private final People people;
    private final Claims claims;
    private final Administrators administrators;
    private final OrganizationLookup organization;
    private final CurrentPerson current;

    ManagingPeople(
            People people,
            Claims claims,
            Administrators administrators,
            OrganizationLookup organization,
            CurrentPerson current) {
        this.people = people;
        this.claims = claims;
        this.administrators = administrators;
        this.organization = organization;
        this.current = current;
    }

    Person find(UUID id) {
        return people.findById(id)
                .filter(it -> it.institutionId().equals(current.institutionId()))
                .orElseThrow(() -> new NotThere("person", id));
    }

    Person enter(Person.Profile profile) {
        requireRolesInPlace(profile);
        var id = UUID.randomUUID();
        claimEmail(profile, id);
        if (!claims.claim(Claims.username(profile.username()), id)) {
            claims.release(Claims.email(profile.email()), id);
            throw new UsernameTaken(profile.username());
        }
        return people.save(new Person(id, current.institutionId(), profile));
    }

    Person change(UUID id, long revision, Person.Profile profile) {
        var person = find(id);
        if (person.revision() != revision) {
            throw changedMeanwhile(person);
        }
        var before = person.profile();
        if (!profile.username().equals(before.username())) {
            throw new UsernameFixed(before.username());
        }
        requireRolesInPlace(profile);
        var leavesAdministration = before.isAdministrator() && !profile.isAdministrator();
        if (leavesAdministration) {
            requireMayLeaveAdministration(person);
        }
        var saved = saveWithEmail(person, profile);
        if (leavesAdministration && administrators.isNobodyOf(person.institutionId())) {
            // Two administrators removed each other at the same moment: each takes it back.
            saved.describe(before);
            people.save(saved);
            throw new LastAdministrator();
        }
        return saved;
    }

    private void requireMayLeaveAdministration(Person person) {
        if (person.id().equals(current.id())) {
            throw new OwnAdministration();
        }
        if (administrators.isNobodyBut(person.id(), person.institutionId())) {
            throw new LastAdministrator();
        }
    }

    private Person saveWithEmail(Person person, Person.Profile profile) {
        var id = person.id();
        var oldEmail = person.profile().email();
        var newEmail = profile.email();
        if (!newEmail.equals(oldEmail)) {
            claimEmail(profile, id);
        }
        person.describe(profile);
        Person saved;
        try {
            saved = people.save(person);
        } catch (OptimisticLockingFailureException e) {
            var now = find(id);
            if (!newEmail.equals(now.profile().email())) {
                claims.release(Claims.email(newEmail), id);
            }
            throw changedMeanwhile(now);
        }
        if (!newEmail.equals(oldEmail)) {
            claims.release(Claims.email(oldEmail), id);
        }
        return saved;
    }

    private void claimEmail(Person.Profile profile, UUID id) {
        if (!claims.claim(Claims.email(profile.email()), id)) {
            throw new EmailTaken(profile.email());
        }
    }

    private void requireRolesInPlace(Person.Profile profile) {
        profile.requireRolesInPlace(
                organization.allUnitsOf(current.institutionId()).keySet());
    }

    private static ChangedMeanwhile changedMeanwhile(Person person) {
        return new ChangedMeanwhile("The person", PersonResponse.of(person));
    }
}
