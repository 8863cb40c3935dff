package id.zitrack.assessment;

import id.zitrack.identity.Access;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.identity.NotInThisStage;
import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.Place;
import id.zitrack.instrument.Award;
import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.NotThere;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Offers the steps of the state machine that have no room of their own, and takes them. */
@Component
class TakingStep {
    private final ChangingAssessment changing;
    private final Requirements requirements;
    private final List<StepProof> proofs;
    private final Deadlines deadlines;
    private final PersonLookup people;
    private final Access access;
    private final CurrentPerson current;
    private final Clock clock;

    TakingStep(
            ChangingAssessment changing,
            Requirements requirements,
            List<StepProof> proofs,
            Deadlines deadlines,
            PersonLookup people,
            Access access,
            CurrentPerson current,
            Clock clock) {
        this.changing = changing;
        this.requirements = requirements;
        this.proofs = proofs;
        this.deadlines = deadlines;
        this.people = people;
        this.access = access;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Takes a step.
     *
     * @param seen how many steps the caller has seen
     * @throws ChangedMeanwhile if somebody took one since
     */
    AssessmentView take(UUID id, Step step, long seen, StepRequest said) {
        if (!step.isPlain()) {
            throw new NotThere("step", step);
        }
        said.requireFor(step);
        return changing.change(id, (assessment, instrument) -> {
                    var view = assessment.view();
                    if (view.history().size() != seen) {
                        throw new ChangedMeanwhile("The assessment", of(view));
                    }
                    if (!step.from().contains(view.stage())) {
                        throw new NotInThisStage(step.action(), view.stage());
                    }
                    requireOwnProof(said.evidenceId(), view);
                    requirements.require(step, view, said.chosen(), said.reasonText());
                    assessment.take(step, said.reasonText(), said.particulars(), current.id(), clock.instant());
                    return true;
                })
                .assessment()
                .view();
    }

    /** Where an assessment stands, how it came there, and what the caller may do next. */
    StepsBody of(AssessmentView assessment) {
        var names = people.byIds(
                assessment.history().stream().map(Transition::by).distinct().toList());
        return new StepsBody(
                assessment.stage(),
                assessment.history().size(),
                offered(assessment),
                assessment.history().stream()
                        .map(it -> StepsBody.TakenStep.of(it, names))
                        .toList());
    }

    /** What the caller may do next, with what each step still requires. */
    List<StepsBody.OfferedStep> offered(AssessmentView assessment) {
        var place = new Place(assessment.institutionId(), assessment.unitId(), assessment.stage());
        var may = access.allowedAt(place);
        return Arrays.stream(Step.values())
                .filter(it -> it.from().contains(assessment.stage()) && may.contains(it.action()))
                .filter(it -> isInPeriod(it, assessment))
                .flatMap(it -> offer(it, it.path(), assessment))
                .toList();
    }

    /** A level that the period does not have is not spoken of. */
    private boolean isInPeriod(Step step, AssessmentView assessment) {
        return !step.requirements().contains(Requirement.CONTROLLER_IN_PERIOD)
                || requirements
                        .missing(Requirement.CONTROLLER_IN_PERIOD, assessment, null)
                        .isEmpty();
    }

    private Stream<StepsBody.OfferedStep> offer(Step step, @Nullable String path, AssessmentView assessment) {
        if (path == null) {
            return Stream.empty();
        }
        var asked = step.requirements().stream()
                .flatMap(it -> it.isOfAward()
                        ? Arrays.stream(Award.values()).map(award -> standing(it, assessment, award))
                        : Stream.of(standing(it, assessment, null)))
                .toList();
        return Stream.of(new StepsBody.OfferedStep(
                step,
                step.to(),
                path,
                asked.stream().allMatch(it -> it.met() || !it.binding()),
                asked,
                step.needed().stream().sorted().toList(),
                step.optional().stream().sorted().toList(),
                step == Step.RETURN ? deadlines.repairDue(assessment.periodId()) : null));
    }

    private StepsBody.RequirementBody standing(
            Requirement requirement, AssessmentView assessment, @Nullable Award award) {
        var missing = requirements.missing(requirement, assessment, award);
        return new StepsBody.RequirementBody(
                requirement,
                award == null ? null : award.name().toLowerCase(Locale.ROOT),
                missing.isEmpty(),
                requirement.isBinding(),
                missing.orElse(List.of()));
    }

    private void requireOwnProof(@Nullable UUID evidenceId, AssessmentView assessment) {
        if (evidenceId != null && proofs.stream().noneMatch(it -> it.isOf(evidenceId, assessment.unitId()))) {
            throw new InvalidRequest("evidenceId", "bukan bukti unit ini");
        }
    }
}
