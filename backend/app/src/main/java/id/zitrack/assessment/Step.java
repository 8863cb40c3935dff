package id.zitrack.assessment;

import static id.zitrack.assessment.Requirement.ALL_JUDGED;
import static id.zitrack.assessment.Requirement.CONTROLLER_IN_PERIOD;
import static id.zitrack.assessment.Requirement.CONTROLLER_REACHED;
import static id.zitrack.assessment.Requirement.GATES_MET;
import static id.zitrack.assessment.Requirement.MARKED_OR_SAID;
import static id.zitrack.assessment.Requirement.NOTHING_MISSING;
import static id.zitrack.assessment.Requirement.PRECONDITIONS_MET;
import static id.zitrack.assessment.StepField.AWARD;
import static id.zitrack.assessment.StepField.DUE;
import static id.zitrack.assessment.StepField.EVIDENCE;
import static id.zitrack.assessment.StepField.LETTER;
import static id.zitrack.assessment.StepField.REASON;
import static id.zitrack.assessment.StepField.RESULT;
import static id.zitrack.assessment.StepField.YEAR;

import id.zitrack.identity.Action;
import id.zitrack.identity.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of an assessment: from where to where a step leads, as which action of the access table, what must
 * hold, and what has to be said. The server enforces it, the screens offer what it allows, the drawing in the documents
 * and the tests are derived from it.
 */
public enum Step {
    SUBMIT(
            Action.SUBMIT,
            Set.of(Stage.DRAFT, Stage.RETURNED),
            Stage.SUBMITTED,
            "submission",
            List.of(NOTHING_MISSING),
            Set.of(),
            Set.of()),
    /** Happens by itself with the first verdict. */
    TAKE_UP(Action.JUDGE, Set.of(Stage.SUBMITTED), Stage.UNDER_REVIEW, null, List.of(), Set.of(), Set.of()),
    HAND_TO_LEAD(
            Action.HAND_TO_LEAD,
            Set.of(Stage.UNDER_REVIEW),
            Stage.WITH_LEAD,
            "steps/HAND_TO_LEAD",
            List.of(ALL_JUDGED),
            Set.of(),
            Set.of(REASON)),
    HAND_TO_CONTROLLER(
            Action.HAND_TO_CONTROLLER,
            Set.of(Stage.UNDER_REVIEW, Stage.WITH_LEAD),
            Stage.WITH_CONTROLLER,
            "steps/HAND_TO_CONTROLLER",
            List.of(CONTROLLER_IN_PERIOD, ALL_JUDGED),
            Set.of(),
            Set.of(REASON)),
    BACK_TO_MEMBERS(
            Action.HAND_BACK,
            Set.of(Stage.WITH_LEAD),
            Stage.UNDER_REVIEW,
            "steps/BACK_TO_MEMBERS",
            List.of(),
            Set.of(REASON),
            Set.of()),
    BACK_TO_LEAD(
            Action.HAND_BACK,
            Set.of(Stage.WITH_CONTROLLER),
            Stage.WITH_LEAD,
            "steps/BACK_TO_LEAD",
            List.of(),
            Set.of(REASON),
            Set.of()),
    RETURN(
            Action.RETURN,
            Set.of(Stage.SUBMITTED, Stage.UNDER_REVIEW, Stage.WITH_LEAD, Stage.WITH_CONTROLLER),
            Stage.RETURNED,
            "review/return",
            List.of(MARKED_OR_SAID),
            Set.of(),
            Set.of(REASON, DUE)),
    ACCEPT(
            Action.ACCEPT,
            Set.of(Stage.SUBMITTED, Stage.UNDER_REVIEW, Stage.WITH_LEAD, Stage.WITH_CONTROLLER),
            Stage.ACCEPTED,
            "review/acceptance",
            List.of(CONTROLLER_REACHED, ALL_JUDGED),
            Set.of(),
            Set.of()),
    CLOSE(Action.CLOSE, Set.of(Stage.ACCEPTED), Stage.CLOSED, "review/closing", List.of(), Set.of(), Set.of()),
    REOPEN(
            Action.REOPEN,
            Set.of(Stage.ACCEPTED, Stage.CLOSED),
            Stage.UNDER_REVIEW,
            "review/reopening",
            List.of(),
            Set.of(REASON),
            Set.of()),
    NOMINATE(
            Action.NOMINATE,
            Set.of(Stage.CLOSED),
            Stage.NOMINATED,
            "steps/NOMINATE",
            List.of(GATES_MET, PRECONDITIONS_MET),
            Set.of(AWARD, LETTER),
            Set.of(REASON, EVIDENCE)),
    PASS_SELECTION(
            Set.of(Stage.NOMINATED, Stage.APPEALED), Stage.SELECTION_PASSED, Set.of(LETTER), Set.of(REASON, EVIDENCE)),
    PASS_SELECTION_WITH_NOTES(
            Set.of(Stage.NOMINATED, Stage.APPEALED),
            Stage.SELECTION_NOTED,
            Set.of(LETTER, REASON),
            Set.of(DUE, EVIDENCE)),
    FAIL_SELECTION(
            Set.of(Stage.NOMINATED, Stage.APPEALED), Stage.SELECTION_FAILED, Set.of(LETTER, REASON), Set.of(EVIDENCE)),
    APPEAL(Set.of(Stage.SELECTION_FAILED), Stage.APPEALED, Set.of(LETTER, REASON), Set.of(EVIDENCE)),
    BEGIN_DESK_EVALUATION(
            Set.of(Stage.SELECTION_PASSED, Stage.SELECTION_NOTED),
            Stage.DESK_EVALUATION,
            Set.of(LETTER),
            Set.of(REASON, EVIDENCE)),
    BEGIN_FIELD_EVALUATION(
            Set.of(Stage.DESK_EVALUATION), Stage.FIELD_EVALUATION, Set.of(LETTER), Set.of(REASON, EVIDENCE)),
    GRANT_AWARD(Set.of(Stage.FIELD_EVALUATION), Stage.AWARDED, Set.of(LETTER), Set.of(REASON, DUE, EVIDENCE)),
    REFUSE_AWARD(
            Set.of(Stage.DESK_EVALUATION, Stage.FIELD_EVALUATION),
            Stage.NOT_AWARDED,
            Set.of(LETTER, REASON),
            Set.of(EVIDENCE)),
    MONITOR(
            Set.of(Stage.AWARDED, Stage.MONITORED, Stage.EXTENDED),
            Stage.MONITORED,
            Set.of(YEAR, RESULT, LETTER),
            Set.of(REASON, EVIDENCE)),
    EXTEND(
            Set.of(Stage.AWARDED, Stage.MONITORED, Stage.EXTENDED),
            Stage.EXTENDED,
            Set.of(LETTER),
            Set.of(REASON, DUE, EVIDENCE)),
    REVOKE(
            Set.of(Stage.AWARDED, Stage.MONITORED, Stage.EXTENDED),
            Stage.REVOKED,
            Set.of(LETTER, REASON),
            Set.of(EVIDENCE)),
    /** Takes the nomination back, or what was recorded wrongly about it; what was stays in the history. */
    WITHDRAW(EnumSet.range(Stage.NOMINATED, Stage.NOT_AWARDED), Stage.CLOSED, Set.of(REASON), Set.of(LETTER, EVIDENCE));

    private final Action action;
    private final Set<Stage> from;
    private final Stage to;
    private final @Nullable String path;
    private final List<Requirement> requirements;
    private final Set<StepField> needed;
    private final Set<StepField> optional;

    Step(
            Action action,
            Set<Stage> from,
            Stage to,
            @Nullable String path,
            List<Requirement> requirements,
            Set<StepField> needed,
            Set<StepField> optional) {
        this.action = action;
        this.from = from;
        this.to = to;
        this.path = path;
        this.requirements = requirements;
        this.needed = needed;
        this.optional = optional;
    }

    /** What the institution records of the national evaluation. */
    Step(Set<Stage> from, Stage to, Set<StepField> needed, Set<StepField> optional) {
        this.action = Action.RECORD_NATIONAL;
        this.from = from;
        this.to = to;
        this.path = "steps/" + name();
        this.requirements = List.of();
        this.needed = needed;
        this.optional = optional;
    }

    /** Who may, by the access table. */
    public Action action() {
        return action;
    }

    /** The stages in which it can be taken. */
    public Set<Stage> from() {
        return from;
    }

    public Stage to() {
        return to;
    }

    /** Where it is taken, below the address of the assessment; null for what happens by itself. */
    public @Nullable String path() {
        return path;
    }

    public List<Requirement> requirements() {
        return requirements;
    }

    /** What has to be said. */
    public Set<StepField> needed() {
        return needed;
    }

    /** What may be said. */
    public Set<StepField> optional() {
        return optional;
    }

    /** Whether it is taken at the one address for steps, not at one of its own. */
    boolean isPlain() {
        return path != null && path.startsWith("steps/");
    }
}
