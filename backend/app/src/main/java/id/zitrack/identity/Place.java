package id.zitrack.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where something belongs: its institution, its unit, and the stage of the assessment it is part of.
 *
 * @param stage null for what is not bound to one assessment
 */
public record Place(
        UUID institutionId, UUID unitId, @Nullable Stage stage) {}
