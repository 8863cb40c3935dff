package id.zitrack.assessment;

import id.zitrack.identity.PersonView;
import id.zitrack.identity.Stage;
import id.zitrack.instrument.Award;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way of an assessment: where it stands, what the caller may do next, and how it came here.
 *
 * @param revision counts the steps so far; goes into If-Match of the next
 * @param history oldest first, in the order it happened
 */
record StepsBody(Stage stage, long revision, List<OfferedStep> steps, List<TakenStep> history) {

    /**
     * A step that the caller may take.
     *
     * @param path where it is taken, below the address of the assessment
     * @param ready whether everything holds that nothing can make up for
     * @param suggestedDue what is entered as due if nothing else is said
     */
    record OfferedStep(
            Step step,
            Stage to,
            String path,
            boolean ready,
            List<RequirementBody> requirements,
            List<StepField> needed,
            List<StepField> optional,
            @Nullable LocalDate suggestedDue) {}

    /**
     * One requirement and how it stands.
     *
     * @param award for requirements of an award; else null
     * @param binding whether nothing can make up for it
     */
    record RequirementBody(
            Requirement requirement, @Nullable String award, boolean met, boolean binding, List<String> missing) {}

    /** One step of the history. */
    record TakenStep(
            Instant at,
            PersonName by,
            @Nullable Stage from,
            Stage to,
            @Nullable Step step,
            @Nullable String reason,
            @Nullable String letterNumber,
            @Nullable LocalDate letterDate,
            @Nullable LocalDate due,
            @Nullable String award,
            @Nullable Integer year,
            @Nullable String result,
            @Nullable UUID evidenceId) {

        static TakenStep of(Transition taken, Map<UUID, PersonView> people) {
            var with = taken.with();
            return new TakenStep(
                    taken.at(),
                    PersonName.of(taken.by(), people),
                    taken.from(),
                    taken.to(),
                    taken.step(),
                    taken.reason(),
                    with == null ? null : with.letterNumber(),
                    with == null ? null : with.letterDate(),
                    with == null ? null : with.due(),
                    with == null || with.award() == null ? null : key(with.award()),
                    with == null ? null : with.year(),
                    with == null ? null : with.result(),
                    with == null ? null : with.evidenceId());
        }
    }

    static String key(Award award) {
        return award.name().toLowerCase(Locale.ROOT);
    }
}
