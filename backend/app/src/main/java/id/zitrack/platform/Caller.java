package id.zitrack.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is behind what happens now, as far as the request has established it; never looks anything up. */
public interface Caller {

    /** The person who is signed in; null if nobody is. */
    @Nullable
    UUID personId();

    /** Their institution; without a person that of this installation. */
    UUID institutionId();

    /** The unit for which access was checked last in this request, if any. */
    @Nullable
    UUID unitId();
}
