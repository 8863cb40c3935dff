package id.zitrack.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One unit of the tree.
 *
 * @param parentId null directly below the institution
 * @param revision counts the changes of this unit, from 0
 */
record WorkUnit(
        UUID id, @Nullable UUID parentId, String name, String shortName, String kind, boolean active, long revision) {

    /** What an administrator says about a unit. */
    record Details(@Nullable UUID parentId, String name, String shortName, String kind, boolean active) {}

    static WorkUnit of(UUID id, Details details, long revision) {
        return new WorkUnit(
                id,
                details.parentId(),
                details.name(),
                details.shortName(),
                details.kind(),
                details.active(),
                revision);
    }

    Details details() {
        return new Details(parentId, name, shortName, kind, active);
    }
}
