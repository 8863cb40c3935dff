package id.zitrack.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to which thing, when and from where.
 *
 * @param at by the clock of the server that made the change
 * @param by null for what nobody did who was signed in
 * @param address the network address the request came from; null outside requests
 * @param unitId null for what concerns no single unit
 */
public record TrailEntry(
        UUID id,
        Instant at,
        @Nullable UUID by,
        @Nullable String address,
        UUID institutionId,
        @Nullable UUID unitId,
        String kind,
        String subject,
        Deed deed,
        List<Change> changes) {

    /** What stands in the place of a text that readers of the trail may not know. */
    public static final String HIDDEN = "•••";

    private static final int LONGEST_TEXT = 1_000;

    /** What was done. */
    public enum Deed {
        CREATED,
        CHANGED,
        REMOVED,
        SEEN
    }

    /**
     * One field before and after. A text of more than {@value #LONGEST_TEXT} characters is cut and carries its length
     * and SHA-256.
     *
     * @param before null where nothing was said
     * @param after null where nothing is said any more
     */
    @Schema(name = "TrailChange")
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}

    /** What distinguishes two states of a thing, in the order of the fields. */
    static List<Change> changes(Facts before, Facts after) {
        var fields = new TreeSet<>(before.fields().keySet());
        fields.addAll(after.fields().keySet());
        var changes = new ArrayList<Change>();
        for (var field : fields) {
            var old = before.fields().get(field);
            var fresh = after.fields().get(field);
            if (!Objects.equals(old == null ? null : old.text(), fresh == null ? null : fresh.text())) {
                changes.add(new Change(field, shown(old), shown(fresh)));
            }
        }
        return changes;
    }

    private static @Nullable String shown(Facts.@Nullable Fact fact) {
        if (fact == null) {
            return null;
        }
        if (fact.hidden()) {
            return HIDDEN;
        }
        var text = fact.text();
        return text.length() <= LONGEST_TEXT
                ? text
                : "%s… [%d, SHA-256 %s]".formatted(text.substring(0, LONGEST_TEXT), text.length(), Sha256.of(text));
    }
}
