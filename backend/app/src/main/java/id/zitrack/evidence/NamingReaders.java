package id.zitrack.evidence;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.PersonOnUnit;
import id.zitrack.platform.InvalidRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says who may be on the list of readers of secret evidence, and keeps the list to them. */
@Component
class NamingReaders {
    private final PersonLookup people;
    private final CurrentPerson current;

    NamingReaders(PersonLookup people, CurrentPerson current) {
        this.people = people;
        this.current = current;
    }

    /** Everybody who has a role on the unit: a list cannot open what the access table keeps closed. */
    List<PersonOnUnit> candidates(UUID unitId) {
        return people.on(unitId);
    }

    /**
     * The details with a list of readers that holds: only secret evidence has one, and whoever makes it is on it so that
     * nobody locks themselves out.
     */
    Details settled(UUID unitId, Details details) {
        var named = details.readers();
        if (!details.isSecret() || named == null || named.isEmpty()) {
            return details.with(null);
        }
        var possible = candidates(unitId).stream().map(PersonOnUnit::id).collect(Collectors.toSet());
        if (!possible.containsAll(named)) {
            throw new InvalidRequest("readers", "Ada pembaca yang tidak memiliki peran pada unit ini.");
        }
        var readers = new LinkedHashSet<>(named);
        readers.add(current.id());
        return details.with(List.copyOf(readers));
    }
}
