package id.zitrack.identity;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableSet;

import id.zitrack.organization.UnitView;
import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** Somebody who works with the application; who they are is proved elsewhere, what they may do is decided here. */
@Document("people")
@CompoundIndex(def = "{'institutionId': 1, 'sortKey': 1}")
@CompoundIndex(def = "{'profile.roles.role': 1}")
class Person implements Recorded {
    @Id
    private final UUID id;

    @Version
    private @Nullable Long version;

    private final UUID institutionId;
    private Profile profile;
    private @Nullable Instant lastSeen;

    /** Orders people by name; the id makes it unique, so that a page can start after it. */
    private String sortKey;

    /** Everything a search looks at, in lower case. */
    private String searchText;

    /** What an administrator says about a person; {@code email} and {@code username} are in lower case. */
    record Profile(
            String name,
            String email,
            String username,
            boolean active,
            @Nullable UUID homeUnitId,
            List<Assignment> roles) {

        /** Checks that each role is held where it can be held. */
        void requireRolesInPlace(Set<UUID> unitsOfInstitution) {
            requireUnit(homeUnitId, unitsOfInstitution);
            for (var assignment : roles) {
                assignment.requireInPlace();
                requireUnit(assignment.unitId(), unitsOfInstitution);
            }
        }

        private static void requireUnit(@Nullable UUID unitId, Set<UUID> unitsOfInstitution) {
            if (unitId != null && !unitsOfInstitution.contains(unitId)) {
                throw new RoleUnitNotThere(unitId);
            }
        }

        boolean isAdministrator() {
            return active && roles.stream().anyMatch(it -> it.role() == Role.INSTITUTION_ADMIN);
        }
    }

    Person(UUID id, UUID institutionId, Profile profile) {
        this.id = id;
        this.institutionId = institutionId;
        this.profile = profile;
        this.sortKey = sortKey(id, profile);
        this.searchText = searchText(profile);
    }

    UUID id() {
        return id;
    }

    UUID institutionId() {
        return institutionId;
    }

    Profile profile() {
        return profile;
    }

    String name() {
        return profile.name();
    }

    boolean isActive() {
        return profile.active();
    }

    @Nullable
    Instant lastSeen() {
        return lastSeen;
    }

    long revision() {
        return version == null ? 0 : version;
    }

    PersonView view() {
        return new PersonView(id, profile.name(), profile.email());
    }

    String sortKey() {
        return sortKey;
    }

    void describe(Profile profile) {
        this.profile = profile;
        this.sortKey = sortKey(id, profile);
        this.searchText = searchText(profile);
    }

    @Override
    public List<Facts> facts() {
        var facts = Facts.about("person", id)
                .of(institutionId)
                .ofUnit(profile.homeUnitId())
                .say("name", profile.name())
                .say("email", profile.email())
                .say("username", profile.username())
                .say("active", profile.active())
                .say("homeUnit", profile.homeUnitId());
        for (var it : profile.roles()) {
            var areas = it.areas().stream().sorted().toList();
            facts.say(
                    "role:" + it.role() + (it.unitId() == null ? "" : ":" + it.unitId()),
                    areas.isEmpty() ? "*" : String.join(", ", areas));
        }
        return List.of(facts);
    }

    private static String sortKey(UUID id, Profile profile) {
        return profile.name().toLowerCase(Locale.ROOT) + "\t" + id;
    }

    private static String searchText(Profile profile) {
        return String.join("\t", profile.name().toLowerCase(Locale.ROOT), profile.email(), profile.username());
    }

    Set<Role> roles() {
        return profile.roles().stream().map(Assignment::role).collect(toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /** The roles that count on a unit. Nobody judges their own unit: there, those of the TPI do not count. */
    Set<Role> rolesOn(UnitView unit) {
        if (!unit.institutionId().equals(institutionId)) {
            return Set.of();
        }
        var roles = profile.roles().stream()
                .filter(it -> it.covers(unit.id(), unit.ancestors()))
                .map(Assignment::role)
                .collect(toCollection(() -> EnumSet.noneOf(Role.class)));
        if (unit.id().equals(profile.homeUnitId()) || roles.stream().anyMatch(Role::isOfUnit)) {
            roles.removeIf(Role::isOfTpi);
        }
        return roles;
    }

    /** The areas an area coordinator answers for on a unit; empty for all. */
    Set<String> areasOn(UUID unitId) {
        var onUnit = profile.roles().stream()
                .filter(it -> it.role().isOfUnit() && unitId.equals(it.unitId()))
                .toList();
        if (onUnit.stream().anyMatch(it -> it.areas().isEmpty())) {
            return Set.of();
        }
        return onUnit.stream().flatMap(it -> it.areas().stream()).collect(toUnmodifiableSet());
    }
}
