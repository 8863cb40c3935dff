package id.zitrack.trail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells other rooms where the trail of an institution ends. */
@Component
public class TrailLookup {
    private final Chain chain;

    TrailLookup(Chain chain) {
        this.chain = chain;
    }

    /**
     * The end of a chain. Whoever keeps it outside can prove later that nothing before it was changed.
     *
     * @param seq of the last entry
     * @param hash of the last entry, 64 hexadecimal digits
     * @param recorded when it was recorded
     */
    public record TrailHead(long seq, String hash, Instant recorded) {}

    /** Empty before the first entry. */
    public Optional<TrailHead> head(UUID institutionId) {
        var head = chain.head(institutionId);
        return head.seq() == 0
                ? Optional.empty()
                : Optional.of(new TrailHead(head.seq(), head.hash(), Instant.parse(head.recorded())));
    }
}
