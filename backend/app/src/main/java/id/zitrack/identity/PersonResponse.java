package id.zitrack.identity;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person as administrators see them. */
record PersonResponse(
        UUID id,
        String name,
        String email,
        String username,
        boolean active,
        @Nullable UUID homeUnitId,
        List<AssignedRole> roles,
        @Nullable Instant lastSeen,
        long revision) {

    /** One role and where it is held; without a unit, on the whole institution. */
    record AssignedRole(Role role, @Nullable UUID unitId, Set<String> areas) {}

    static PersonResponse of(Person person) {
        var profile = person.profile();
        return new PersonResponse(
                person.id(),
                profile.name(),
                profile.email(),
                profile.username(),
                profile.active(),
                profile.homeUnitId(),
                profile.roles().stream()
                        .map(it -> new AssignedRole(it.role(), it.unitId(), it.areas()))
                        .toList(),
                person.lastSeen(),
                person.revision());
    }
}
