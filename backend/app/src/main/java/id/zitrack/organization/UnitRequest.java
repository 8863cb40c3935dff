package id.zitrack.organization;

import id.zitrack.platform.Line;
import jakarta.validation.constraints.NotBlank;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an administrator enters for a unit; a unit is active unless said otherwise. */
record UnitRequest(
        @Nullable UUID parentId,
        @NotBlank @Line String name,
        @Line(max = 60) @Nullable String shortName,
        @Line(max = 60) @Nullable String kind,
        @Nullable Boolean active) {

    WorkUnit.Details details() {
        var fullName = name.strip();
        return new WorkUnit.Details(
                parentId,
                fullName,
                shortName == null || shortName.isBlank() ? fullName : shortName.strip(),
                kind == null ? "" : kind.strip(),
                active == null || active);
    }
}
