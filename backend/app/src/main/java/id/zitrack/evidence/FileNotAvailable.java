package id.zitrack.evidence;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** The file is there but may not be opened, or its bytes are no longer what they were. */
final class FileNotAvailable extends DomainProblem {
    FileNotAvailable(String sha256, FileState state, String reason) {
        super(
                "file-not-available",
                409,
                "File " + sha256 + " is " + state + ": " + reason + ".",
                Map.of("state", state.name(), "reason", reason));
    }
}
