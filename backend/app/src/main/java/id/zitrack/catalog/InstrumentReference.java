package id.zitrack.catalog;

import id.zitrack.instrument.InstrumentKey;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** Names a published instrument in requests and answers. */
record InstrumentReference(@NotBlank String id, @NotBlank String version) {

    InstrumentKey key() {
        return new InstrumentKey(id, version);
    }

    static @Nullable InstrumentReference of(InstrumentDraft.@Nullable Base base) {
        return base == null ? null : new InstrumentReference(base.instrumentId(), base.version());
    }
}
