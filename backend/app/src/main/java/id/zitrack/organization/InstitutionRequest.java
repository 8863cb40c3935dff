package id.zitrack.organization;

import id.zitrack.platform.Line;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** What an administrator enters for the institution. */
record InstitutionRequest(
        @NotBlank @Line String name,
        @Line(max = 60) @Nullable String kind,
        @Line(max = 500) @Nullable String address) {}
