package id.zitrack.precondition;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Precondition;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.InvalidRequest.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an administrator asks differently from the instrument; what is left out is as the instrument has it. */
record TermsRequest(
        @Size(max = 100) @Nullable Map<String, @NotNull @Valid Change> wbk,
        @Size(max = 100) @Nullable Map<String, @NotNull @Valid Change> wbbm) {

    /**
     * One precondition that differs.
     *
     * @param accepted null for what the instrument accepts
     */
    record Change(
            @NotNull Boolean asked,
            @Size(max = 100) @Nullable List<@NotNull String> accepted) {}

    /** The changes, all of them checked against the instrument. */
    List<Terms.Adapted> adapted(Instrument instrument) {
        var errors = new ArrayList<FieldError>();
        var adapted = new ArrayList<Terms.Adapted>();
        for (var award : Award.values()) {
            var known = instrument.preconditions(award).stream()
                    .collect(Collectors.toMap(Precondition::id, Function.identity()));
            given(award).forEach((id, change) -> {
                var wrong = whatIsWrong(known.get(id), change.accepted());
                if (wrong == null) {
                    adapted.add(new Terms.Adapted(award, id, change.asked(), change.accepted()));
                } else {
                    errors.add(new FieldError(award.key() + "." + id, wrong));
                }
            });
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        return adapted;
    }

    private Map<String, Change> given(Award award) {
        var given = award == Award.WBK ? wbk : wbbm;
        return given == null ? Map.of() : given;
    }

    private static @Nullable String whatIsWrong(@Nullable Precondition precondition, @Nullable List<String> accepted) {
        if (precondition == null) {
            return "is no precondition of this instrument";
        }
        if (accepted == null) {
            return null;
        }
        if (precondition.kind() != Precondition.Kind.CHOICE) {
            return "has no values to choose from";
        }
        if (accepted.isEmpty() || new HashSet<>(accepted).size() != accepted.size()) {
            return "needs at least one value, each once";
        }
        return precondition.choices().containsAll(accepted) ? null : "accepts a value that cannot be chosen";
    }
}
