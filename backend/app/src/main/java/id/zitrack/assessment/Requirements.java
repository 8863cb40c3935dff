package id.zitrack.assessment;

import id.zitrack.identity.Stage;
import id.zitrack.instrument.Award;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.organization.PeriodView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges what steps require, by what this and the other rooms know. */
@Component
class Requirements {
    private final OrganizationLookup organization;
    private final List<StepCheck> checks;

    Requirements(OrganizationLookup organization, List<StepCheck> checks) {
        this.organization = organization;
        this.checks = checks;
    }

    /**
     * Lets a step pass or refuses it.
     *
     * @param reason makes up for what is not binding
     * @throws RequirementNotMet for the first requirement that does not hold
     */
    void require(Step step, AssessmentView assessment, @Nullable Award award, @Nullable String reason) {
        for (var requirement : step.requirements()) {
            if (requirement.isBinding() || reason == null) {
                missing(requirement, assessment, award).ifPresent(it -> {
                    throw new RequirementNotMet(step, requirement, it);
                });
            }
        }
    }

    /** What is missing for a requirement, possibly without words for it; empty if it is met. */
    Optional<List<String>> missing(Requirement requirement, AssessmentView assessment, @Nullable Award award) {
        return switch (requirement) {
            case CONTROLLER_IN_PERIOD -> withController(assessment) ? Optional.empty() : Optional.of(List.of());
            case CONTROLLER_REACHED ->
                assessment.stage() == Stage.WITH_CONTROLLER || !withController(assessment)
                        ? Optional.empty()
                        : Optional.of(List.of());
            default ->
                Optional.of(checks.stream()
                                .filter(it -> it.requirement() == requirement)
                                .flatMap(it -> it.missing(assessment, award).stream())
                                .toList())
                        .filter(it -> !it.isEmpty());
        };
    }

    private boolean withController(AssessmentView assessment) {
        return organization
                .period(assessment.periodId())
                .filter(PeriodView::withController)
                .isPresent();
    }
}
