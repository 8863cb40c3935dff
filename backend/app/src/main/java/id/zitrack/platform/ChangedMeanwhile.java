package id.zitrack.platform;

import java.util.Map;

/** Somebody else changed it since the caller read it; carries the current state so that nothing typed is lost. */
public final class ChangedMeanwhile extends DomainProblem {
    public ChangedMeanwhile(String what, Object current) {
        super(
                "changed-meanwhile",
                412,
                what + " was changed by somebody else in the meantime.",
                Map.of("current", current));
    }
}
