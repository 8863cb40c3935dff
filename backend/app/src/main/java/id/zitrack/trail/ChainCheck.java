package id.zitrack.trail;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Follows one chain from its beginning, entry by entry, and stops at the first that does not fit. Holds nothing but the
 * last hash.
 *
 * <p>That nothing is broken proves that no entry was changed, taken out or put in between unless the whole rest of the
 * chain was written anew; whoever noted a head elsewhere can tell that as well.
 */
public final class ChainCheck {
    private final @Nullable Noted noted;
    private long count;
    private String hash = Head.NOTHING;
    private String recorded = "";
    private @Nullable Break firstBreak;
    private @Nullable Boolean notedFits;

    /** A head that somebody wrote down outside, as a dossier shows it. */
    public record Noted(long seq, String hash) {}

    /** What is wrong with an entry. */
    public enum Why {
        /** It is missing. */
        GAP,
        /** It does not say any more what it said when it was recorded. */
        CHANGED_CONTENT,
        /** It does not follow the entry in front of it. */
        WRONG_LINK
    }

    /** The first entry that does not fit. */
    @Schema(name = "TrailBreak")
    public record Break(long seq, Why why) {}

    /**
     * What came out.
     *
     * @param count of the entries that fit, from the first on
     * @param hash of the last of them; 64 zeros if there is none
     * @param recorded when that entry was recorded; empty if there is none
     * @param firstBreak null if everything fits
     * @param notedFits whether the noted head is in the chain; null if none was given or it lies behind a break
     */
    @Schema(name = "TrailVerification")
    public record Result(
            long count,
            String hash,
            String recorded,
            @Nullable Break firstBreak,
            @Nullable Boolean notedFits) {}

    public ChainCheck(@Nullable Noted noted) {
        this.noted = noted;
    }

    /**
     * Takes the next entry, in the order of {@code seq}.
     *
     * @param link as it is stored
     * @return whether the chain is whole so far
     */
    public boolean follow(Map<String, ? extends @Nullable Object> link) {
        if (firstBreak != null) {
            return false;
        }
        long expected = count + 1;
        long seq = link.get("seq") instanceof Number number ? number.longValue() : -1;
        if (seq != expected) {
            return broken(expected, Why.GAP);
        }
        if (!hash.equals(link.get(Link.PREVIOUS))) {
            return broken(expected, Why.WRONG_LINK);
        }
        var computed = CanonicalForm.hash(hash, CanonicalForm.of(link));
        if (!computed.equals(link.get(Link.HASH))) {
            return broken(expected, Why.CHANGED_CONTENT);
        }
        count = seq;
        hash = computed;
        recorded = Objects.toString(link.get("recorded"), "");
        if (noted != null && noted.seq() == seq) {
            notedFits = noted.hash().equals(computed);
        }
        return true;
    }

    /**
     * Ends the check.
     *
     * @param last the number at which the chain should end
     */
    public Result end(long last) {
        if (firstBreak == null && count < last) {
            broken(count + 1, Why.GAP);
        }
        if (noted != null && firstBreak == null && noted.seq() > count) {
            notedFits = false;
        }
        return new Result(count, hash, recorded, firstBreak, notedFits);
    }

    private boolean broken(long seq, Why why) {
        firstBreak = new Break(seq, why);
        return false;
    }
}
