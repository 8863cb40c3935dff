package id.zitrack.instrument;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be so before an award can be proposed, recorded by the institution and not scored.
 *
 * @param id unique within the award
 * @param label name on screen
 * @param scope for whom it is recorded
 * @param kind what is recorded
 * @param choices the values to choose from; empty unless the kind is a choice
 * @param accepted the choices that fulfil the precondition; empty where people judge
 * @param source where the demand comes from
 * @param verified false while no source was found for the demand
 * @param note remark for readers
 */
public record Precondition(
        String id,
        Text label,
        Scope scope,
        Kind kind,
        List<String> choices,
        List<String> accepted,
        @Nullable Text source,
        boolean verified,
        @Nullable Text note) {

    /** For whom a precondition is recorded. */
    public enum Scope {
        /** Once for the whole institution. */
        INSTITUTION,
        /** For each unit by itself. */
        UNIT
    }

    /** What is recorded for a precondition. */
    public enum Kind {
        CHOICE,
        TEXT,
        YES_NO
    }
}
