package id.zitrack.catalog;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What begins a draft, and what changes it. */
final class DraftRequest {
    private DraftRequest() {}

    /**
     * Begins a draft.
     *
     * @param basedOn the published instrument to copy; null for an empty checklist
     */
    record NewDraft(@Valid @Nullable InstrumentReference basedOn) {}

    /** The whole content of a draft, as plain values. */
    record DraftSource(@NotNull Map<String, @Nullable Object> source) {}
}
