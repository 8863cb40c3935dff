package id.zitrack.catalog;

import id.zitrack.catalog.DraftBody.DraftAuthor;
import id.zitrack.identity.PersonView;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft in the list of drafts.
 *
 * @param problems how much is wrong, expectations of worked examples included
 */
record DraftLine(
        UUID id,
        String instrumentId,
        String version,
        String title,
        @Nullable InstrumentReference basedOn,
        Instant updatedAt,
        @Nullable DraftAuthor updatedBy,
        int problems) {

    static DraftLine of(InstrumentDraft draft, Map<UUID, PersonView> people) {
        var head = draft.head();
        return new DraftLine(
                draft.id(),
                head.instrumentId(),
                head.version(),
                head.title(),
                InstrumentReference.of(draft.basedOn()),
                draft.updatedAt(),
                DraftAuthor.of(draft.updatedBy(), people),
                head.problems());
    }
}
