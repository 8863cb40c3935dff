package id.zitrack.assessment;

import id.zitrack.identity.PersonView;
import java.util.Map;
import java.util.UUID;

/** A person by name; somebody who is no longer known has a dash for a name. */
public record PersonName(UUID id, String name) {

    /** Names the person behind an id. */
    public static PersonName of(UUID id, Map<UUID, PersonView> people) {
        var person = people.get(id);
        return new PersonName(id, person == null ? "–" : person.name());
    }
}
