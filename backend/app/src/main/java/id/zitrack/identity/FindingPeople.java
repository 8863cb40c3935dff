package id.zitrack.identity;

import static java.util.stream.Collectors.toMap;

import id.zitrack.organization.OrganizationLookup;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Finds people for other rooms. */
@Component
class FindingPeople implements PersonLookup {
    private final People people;
    private final OrganizationLookup organization;

    FindingPeople(People people, OrganizationLookup organization) {
        this.people = people;
        this.organization = organization;
    }

    @Override
    public Map<UUID, PersonView> byIds(Collection<UUID> ids) {
        return people.findAllById(Set.copyOf(ids)).stream()
                .map(Person::view)
                .collect(toMap(PersonView::id, Function.identity()));
    }

    @Override
    public List<PersonOnUnit> on(UUID unitId) {
        var unit = organization.unit(unitId);
        if (unit.isEmpty()) {
            return List.of();
        }
        return people.findByInstitutionId(unit.get().institutionId()).stream()
                .filter(Person::isActive)
                .sorted(Comparator.comparing(Person::sortKey))
                .map(it -> new PersonOnUnit(it.id(), it.name(), it.rolesOn(unit.get())))
                .filter(it -> !it.roles().isEmpty())
                .toList();
    }
}
