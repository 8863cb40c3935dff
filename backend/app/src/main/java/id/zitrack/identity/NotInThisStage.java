package id.zitrack.identity;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** The caller's role would allow it, but not while the assessment stands where it stands. */
public final class NotInThisStage extends DomainProblem {
    public NotInThisStage(Action action, Stage stage) {
        super(
                "not-in-this-stage",
                409,
                action + " is not possible while the assessment is " + stage + ".",
                Map.of("action", action.name(), "stage", stage.name()));
    }
}
