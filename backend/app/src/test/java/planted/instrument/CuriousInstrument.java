package planted.instrument;

import id.zitrack.platform.NotThere;
import org.jspecify.annotations.Nullable;

/** An instrument that knows the platform. */
class CuriousInstrument {
    @Nullable
    NotThere problem;
}
