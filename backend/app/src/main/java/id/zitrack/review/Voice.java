package id.zitrack.review;

import id.zitrack.identity.Role;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** In which capacity an assessor speaks; the later one outweighs the earlier ones. */
public enum Voice {
    MEMBER(Role.TPI_MEMBER),
    LEAD(Role.TPI_LEAD),
    CONTROLLER(Role.TPI_CONTROLLER);

    private final Role role;

    Voice(Role role) {
        this.role = role;
    }

    /** The weightiest voice among these roles. */
    static Optional<Voice> among(Set<Role> roles) {
        return Stream.of(values()).filter(it -> roles.contains(it.role)).max(Comparator.naturalOrder());
    }
}
