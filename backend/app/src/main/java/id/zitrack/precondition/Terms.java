package id.zitrack.precondition;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.Precondition;
import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** Where the call of one year differs from the instrument: what is not asked, and what else is accepted. */
@Document("preconditionTerms")
class Terms implements Recorded {
    @Id
    private final UUID periodId;

    @Version
    private @Nullable Long version;

    private List<Adapted> adapted;

    /**
     * One precondition that differs.
     *
     * @param accepted null for what the instrument accepts
     */
    record Adapted(
            Award award, String id, boolean asked, @Nullable List<String> accepted) {}

    Terms(UUID periodId, List<Adapted> adapted) {
        this.periodId = periodId;
        this.adapted = adapted;
    }

    static Terms ofTheInstrument(UUID periodId) {
        return new Terms(periodId, List.of());
    }

    void set(List<Adapted> now) {
        adapted = now;
    }

    boolean asks(Award award, Precondition precondition) {
        return find(award, precondition).map(Adapted::asked).orElse(true);
    }

    /** The values that fulfil it; empty where people judge. */
    List<String> accepted(Award award, Precondition precondition) {
        return find(award, precondition).map(Adapted::accepted).orElse(precondition.accepted());
    }

    @Override
    public List<Facts> facts() {
        var facts = Facts.about("precondition-terms", periodId);
        for (var it : adapted) {
            var which = ":" + it.award() + ":" + it.id();
            facts.say("asked" + which, it.asked()).say("accepted" + which, it.accepted());
        }
        return List.of(facts);
    }

    /** Counts the changes; 0 before the first. */
    long revision() {
        return version == null ? 0 : version + 1;
    }

    private Optional<Adapted> find(Award award, Precondition precondition) {
        return adapted.stream()
                .filter(it -> it.award() == award && it.id().equals(precondition.id()))
                .findFirst();
    }
}
