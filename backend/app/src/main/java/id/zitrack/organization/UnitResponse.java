package id.zitrack.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit as the API shows it. */
record UnitResponse(
        UUID id, @Nullable UUID parentId, String name, String shortName, String kind, boolean active, long revision) {

    static UnitResponse of(WorkUnit unit) {
        return new UnitResponse(
                unit.id(), unit.parentId(), unit.name(), unit.shortName(), unit.kind(), unit.active(), unit.revision());
    }
}
