package id.zitrack.identity;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Finds people for other rooms. */
@Component
class FindingPeople implements PersonLookup {
    private final People people;

    FindingPeople(People people) {
        this.people = people;
    }

    @Override
    public Map<UUID, PersonView> byIds(Collection<UUID> ids) {
        return people.findAllById(Set.copyOf(ids)).stream()
                .map(Person::view)
                .collect(toMap(PersonView::id, Function.identity()));
    }
}
