package id.zitrack.discussion;

import id.zitrack.identity.Action;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.PersonOnUnit;
import id.zitrack.identity.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who takes part in what is said about a unit: its coordinators and its assessors. About a question whose evidence is
 * secret by nature, coordinators of areas do not.
 */
@Component
class Participants {
    private final PersonLookup people;
    private final CurrentPerson current;

    Participants(PersonLookup people, CurrentPerson current) {
        this.people = people;
        this.current = current;
    }

    List<PersonOnUnit> on(UUID unitId, boolean secret) {
        return people.on(unitId).stream()
                .filter(it -> secret ? mayKnowSecrets(it.roles()) : Action.SEE_DISCUSSION.isFor(it.roles()))
                .toList();
    }

    boolean includeCaller(UUID unitId) {
        return Action.SEE_DISCUSSION.isFor(current.rolesOn(unitId));
    }

    boolean includeCallerInSecrets(UUID unitId) {
        return mayKnowSecrets(current.rolesOn(unitId));
    }

    private static boolean mayKnowSecrets(Set<Role> roles) {
        return roles.contains(Role.UNIT_COORDINATOR) || roles.stream().anyMatch(Role::isOfTpi);
    }
}
