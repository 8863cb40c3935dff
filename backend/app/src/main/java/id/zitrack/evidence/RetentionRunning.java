package id.zitrack.evidence;

import id.zitrack.platform.DomainProblem;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Removed evidence is kept for some time before it may be destroyed; says until when. */
final class RetentionRunning extends DomainProblem {
    RetentionRunning(UUID id, @Nullable Instant until) {
        super(
                "retention-running",
                409,
                "Evidence " + id + " may not be destroyed yet.",
                until == null ? Map.of() : Map.of("until", until.toString()));
    }
}
