package id.zitrack.precondition;

import id.zitrack.identity.PersonView;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Precondition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one precondition of an award stands for a unit, in words.
 *
 * @param scope {@code institution} or {@code unit}
 * @param required what fulfils it
 * @param actual what is recorded; null for nothing
 * @param met null while nothing fitting is recorded, which is never a pass
 * @param missing why it is not met; null if it is
 * @param verified false while no source was found for the demand
 * @param number of the document that says so
 * @param by who recorded it
 */
public record JudgedPrecondition(
        String id,
        String label,
        String scope,
        String required,
        @Nullable String actual,
        @Nullable Boolean met,
        @Nullable String missing,
        @Nullable String source,
        boolean verified,
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String note,
        @Nullable UUID evidenceId,
        @Nullable String by,
        @Nullable Instant at) {

    /** Whether it is not met, or nothing is recorded. */
    public boolean standsInTheWay() {
        return met == null || !met;
    }

    static JudgedPrecondition of(
            Asked asked,
            Award award,
            Precondition precondition,
            Optional<Statement> recorded,
            Map<UUID, PersonView> people,
            String language) {
        var statement = recorded.filter(it -> it.value() != null);
        var met = statement.flatMap(it -> asked.judge(award, precondition, it));
        var words = new Words(language);
        var actual = statement.map(Statement::value).orElse(null);
        var required = words.required(precondition, asked.terms().accepted(award, precondition));
        var source = precondition.source();
        return new JudgedPrecondition(
                precondition.id(),
                precondition.label().in(language),
                TermsBody.key(precondition.scope()),
                required,
                actual,
                met.orElse(null),
                met.orElse(false) ? null : words.missing(met.isPresent(), actual, required),
                source == null ? null : source.in(language),
                precondition.verified(),
                statement.map(Statement::number).orElse(null),
                statement.map(Statement::date).orElse(null),
                statement.map(Statement::note).orElse(null),
                statement.map(Statement::evidenceId).orElse(null),
                statement.map(it -> people.get(it.by())).map(PersonView::name).orElse(null),
                statement.map(Statement::at).orElse(null));
    }
}
