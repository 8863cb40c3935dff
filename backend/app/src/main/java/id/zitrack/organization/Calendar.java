package id.zitrack.organization;

import static java.util.Comparator.comparing;

import id.zitrack.platform.Facts;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** All periods of one institution; one document, so that two cannot take one name at the same moment. */
@Document("calendars")
class Calendar implements Versioned, Recorded {
    static final int MOST_PERIODS = 1_000;
    static final int MOST_MOVES = 5_000;

    @Id
    private final UUID institutionId;

    @Version
    private @Nullable Long version;

    private final List<Period> periods;

    Calendar(UUID institutionId, List<Period> periods) {
        this.institutionId = institutionId;
        this.periods = new ArrayList<>(periods);
    }

    static Calendar emptyOf(UUID institutionId) {
        return new Calendar(institutionId, List.of());
    }

    @Override
    public UUID id() {
        return institutionId;
    }

    @Override
    public @Nullable Long version() {
        return version;
    }

    @Override
    public List<Facts> facts() {
        return periods.stream().map(it -> it.facts().of(institutionId)).toList();
    }

    Optional<Period> find(UUID id) {
        return periods.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    Period add(UUID id, Period.Details details) {
        if (periods.size() >= MOST_PERIODS) {
            throw new TooManyPeriods();
        }
        details.requireDatesInOrder();
        var period = Period.begin(id, details);
        requireNameOfItsOwn(period);
        periods.add(period);
        return period;
    }

    Period change(UUID id, Period.Details details) {
        var before = find(id).orElseThrow(() -> new NotThere("period", id));
        var period = before.described(details);
        requireNameOfItsOwn(period);
        periods.set(periods.indexOf(before), period);
        return period;
    }

    Period move(UUID id, MovedEntry move) {
        return replace(id, it -> it.moved(move));
    }

    Period extend(UUID id, Extension extension) {
        return replace(id, it -> it.extended(extension));
    }

    private Period replace(UUID id, UnaryOperator<Period> change) {
        var kept = periods.stream()
                .mapToInt(it -> it.moves().size() + it.extensions().size())
                .sum();
        if (kept >= MOST_MOVES) {
            throw new TooManyMoves();
        }
        var before = find(id).orElseThrow(() -> new NotThere("period", id));
        var period = change.apply(before);
        periods.set(periods.indexOf(before), period);
        return period;
    }

    /** Every period, newest year first, then by name. */
    List<Period> newestFirst() {
        return periods.stream()
                .sorted(comparing((Period it) -> -it.details().year())
                        .thenComparing(it -> key(it.details().name())))
                .toList();
    }

    private void requireNameOfItsOwn(Period period) {
        var taken = periods.stream()
                .filter(it -> !it.id().equals(period.id()))
                .anyMatch(it ->
                        key(it.details().name()).equals(key(period.details().name())));
        if (taken) {
            throw new PeriodNameTaken(period.details().name());
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
