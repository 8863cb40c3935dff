package id.zitrack.precondition;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Precondition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The preconditions of one period: those of its instrument under the terms of its year. */
record Asked(Instrument instrument, Terms terms) {
    static final String YES = "Ya";
    static final String NO = "Tidak";

    /** Everything that can be recorded, once each, in the order of the instrument. */
    List<Precondition> all() {
        var byId = new LinkedHashMap<String, Precondition>();
        Stream.of(Award.values())
                .flatMap(it -> instrument.preconditions(it).stream())
                .forEach(it -> byId.putIfAbsent(it.id(), it));
        return List.copyOf(byId.values());
    }

    Optional<Precondition> find(String id, Precondition.Scope scope) {
        return all().stream()
                .filter(it -> it.id().equals(id) && it.scope() == scope)
                .findFirst();
    }

    /** Whether whoever records a value also has to say if that fulfils the precondition. */
    boolean peopleJudge(Precondition precondition) {
        return precondition.kind() == Precondition.Kind.TEXT
                || precondition.kind() == Precondition.Kind.CHOICE
                        && Stream.of(Award.values())
                                .flatMap(award -> instrument.preconditions(award).stream()
                                        .filter(it -> it.id().equals(precondition.id()))
                                        .map(it -> terms.accepted(award, it)))
                                .anyMatch(List::isEmpty);
    }

    static boolean fits(Precondition precondition, String value) {
        return switch (precondition.kind()) {
            case CHOICE -> precondition.choices().contains(value);
            case YES_NO -> value.equals(YES) || value.equals(NO);
            case TEXT -> true;
        };
    }

    /** Whether a statement fulfils a precondition of an award; nothing while nothing fitting is recorded. */
    Optional<Boolean> judge(Award award, Precondition precondition, Statement statement) {
        var value = statement.value();
        if (value == null || !fits(precondition, value)) {
            return Optional.empty();
        }
        var accepted = terms.accepted(award, precondition);
        return switch (precondition.kind()) {
            case YES_NO -> Optional.of(value.equals(YES));
            case CHOICE ->
                accepted.isEmpty() ? Optional.ofNullable(statement.fulfilled()) : Optional.of(accepted.contains(value));
            case TEXT -> Optional.of(Objects.equals(statement.fulfilled(), true));
        };
    }
}
