package id.zitrack.precondition;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.PersonView;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Precondition;
import id.zitrack.organization.PeriodView;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells other rooms how the preconditions of a period stand for its units. */
@Component
public class PreconditionLookup {
    private final FindingTerms terms;
    private final Ledgers ledgers;
    private final PersonLookup people;

    PreconditionLookup(FindingTerms terms, Ledgers ledgers, PersonLookup people) {
        this.terms = terms;
        this.ledgers = ledgers;
        this.people = people;
    }

    /** How they stand for some units, by unit, in the words of a language. */
    public Map<UUID, JudgedPreconditions> of(PeriodView period, Collection<UUID> unitIds, String language) {
        var asked = terms.in(period);
        var ids = Stream.concat(
                        Stream.of(Ledger.idOfInstitution(period.id())),
                        unitIds.stream().map(it -> Ledger.idOfUnit(period.id(), it)))
                .toList();
        var found = ledgers.findAllById(ids).stream().collect(toMap(Ledger::id, it -> it));
        var names = people.byIds(found.values().stream()
                .flatMap(it -> it.pages().stream())
                .map(it -> it.latest().by())
                .collect(toSet()));
        var institution = found.get(Ledger.idOfInstitution(period.id()));
        var result = new HashMap<UUID, JudgedPreconditions>();
        for (var unitId : unitIds) {
            var unit = found.get(Ledger.idOfUnit(period.id(), unitId));
            result.put(
                    unitId,
                    new JudgedPreconditions(
                            judged(asked, Award.WBK, institution, unit, names, language),
                            judged(asked, Award.WBBM, institution, unit, names, language)));
        }
        return result;
    }

    /** How they stand for one unit. */
    public JudgedPreconditions of(PeriodView period, UUID unitId, String language) {
        return of(period, List.of(unitId), language)
                .getOrDefault(unitId, new JudgedPreconditions(List.of(), List.of()));
    }

    private static List<JudgedPrecondition> judged(
            Asked asked,
            Award award,
            @Nullable Ledger institution,
            @Nullable Ledger unit,
            Map<UUID, PersonView> names,
            String language) {
        return asked.instrument().preconditions(award).stream()
                .filter(it -> asked.terms().asks(award, it))
                .map(it -> {
                    var ledger = it.scope() == Precondition.Scope.INSTITUTION ? institution : unit;
                    var statement = Optional.ofNullable(ledger)
                            .flatMap(found -> found.find(it.id()))
                            .map(page -> page.latest());
                    return JudgedPrecondition.of(asked, award, it, statement, names, language);
                })
                .toList();
    }
}
