package id.zitrack.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document whose version tells whether a copy of it is still current. */
interface Versioned {

    UUID id();

    @Nullable
    Long version();
}
