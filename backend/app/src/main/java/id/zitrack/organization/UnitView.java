package id.zitrack.organization;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A work unit as other rooms may name it.
 *
 * @param parentId null for a unit directly below the institution
 * @param ancestors from the parent up to the top; empty without a parent
 */
public record UnitView(
        UUID id, UUID institutionId, @Nullable UUID parentId, String name, String shortName, List<UUID> ancestors) {}
