package id.zitrack.storage;

import id.zitrack.platform.DomainProblem;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file is there but may not be opened, or its bytes are no longer what they were. */
final class FileNotAvailable extends DomainProblem {
    FileNotAvailable(String sha256, FileState state, @Nullable String reason) {
        super(
                "file-not-available",
                409,
                "File " + sha256 + " is " + state + (reason == null ? "." : ": " + reason + "."),
                // A file that only has to be checked has no reason of its own: the state is one.
                Map.of(
                        "state",
                        state.name(),
                        "reason",
                        reason == null ? state.name().toLowerCase(Locale.ROOT) : reason));
    }
}
