package id.zitrack.precondition;

import id.zitrack.assessment.AssessmentView;
import id.zitrack.assessment.Requirement;
import id.zitrack.assessment.StepCheck;
import id.zitrack.instrument.Award;
import id.zitrack.organization.OrganizationLookup;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Whether every precondition of an award is recorded and met; names those that are not. */
@Component
class MeetingPreconditions implements StepCheck {
    private final PreconditionLookup preconditions;
    private final OrganizationLookup organization;

    MeetingPreconditions(PreconditionLookup preconditions, OrganizationLookup organization) {
        this.preconditions = preconditions;
        this.organization = organization;
    }

    @Override
    public Requirement requirement() {
        return Requirement.PRECONDITIONS_MET;
    }

    @Override
    public List<String> missing(AssessmentView assessment, @Nullable Award award) {
        if (award == null) {
            return List.of();
        }
        var language = LocaleContextHolder.getLocale().getLanguage();
        return organization.period(assessment.periodId()).stream()
                .flatMap(it -> preconditions.of(it, assessment.unitId(), language).of(award).stream())
                .filter(JudgedPrecondition::standsInTheWay)
                .map(JudgedPrecondition::label)
                .toList();
    }
}
