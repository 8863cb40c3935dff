package id.zitrack.catalog;

import id.zitrack.catalog.DraftCheck.DraftExample;
import id.zitrack.identity.PersonView;
import id.zitrack.instrument.InstrumentSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft with what is wrong with it.
 *
 * @param source the keys and values of its YAML file
 * @param sums where weights are added, whether the rest is right or not
 * @param examples how the worked examples come out; empty while there are problems
 */
record DraftBody(
        UUID id,
        long revision,
        @Nullable InstrumentReference basedOn,
        Map<String, @Nullable Object> source,
        List<DraftProblem> problems,
        List<DraftSum> sums,
        List<DraftExample> examples,
        boolean publishable,
        Instant updatedAt,
        @Nullable DraftAuthor updatedBy) {

    /** Who changed it last. */
    record DraftAuthor(UUID id, String name) {

        static @Nullable DraftAuthor of(UUID id, Map<UUID, PersonView> people) {
            var person = people.get(id);
            return person == null ? null : new DraftAuthor(id, person.name());
        }
    }

    /** What the children of a group weigh, and what they should. */
    record DraftSum(String code, String weight, String children) {

        static DraftSum of(InstrumentSource.WeightSum sum) {
            return new DraftSum(
                    sum.code(), sum.weight().toPlainString(), sum.children().toPlainString());
        }
    }

    static DraftBody of(CheckedDraft checked, Map<UUID, PersonView> people, String language) {
        var draft = checked.draft();
        var check = checked.check();
        return new DraftBody(
                draft.id(),
                draft.revision(),
                InstrumentReference.of(draft.basedOn()),
                checked.source().values(),
                check.problems(),
                checked.source().sums().stream().map(DraftSum::of).toList(),
                check.examples(language),
                check.isPublishable(),
                draft.updatedAt(),
                DraftAuthor.of(draft.updatedBy(), people));
    }
}
