package id.zitrack.assessment;

import id.zitrack.platform.DomainProblem;
import java.util.List;
import java.util.Map;

/** Something that a step requires does not hold. */
final class RequirementNotMet extends DomainProblem {
    RequirementNotMet(Step step, Requirement requirement, List<String> missing) {
        super(
                "step-not-ready",
                409,
                step + " requires " + requirement + ".",
                Map.of("step", step.name(), "requirement", requirement.name(), "missing", missing));
    }
}
