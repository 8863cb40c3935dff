package id.zitrack.upload;

import id.zitrack.storage.Measure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The measures of uploads between their requests. They are only a shortcut: a file whose measure is not here, because
 * it went over several replicas or the process was started anew, is read once more from the store when it is complete.
 */
@Component
class Measures {
    private static final int MOST = 1_000;

    private final Map<UUID, Measure> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Measure> eldest) {
            return size() > MOST;
        }
    };

    /** Takes out the measure of exactly the first {@code offset} bytes; null if nobody has measured them here. */
    synchronized @Nullable Measure take(UUID id, long offset) {
        var measure = kept.remove(id);
        if (offset == 0) {
            return new Measure();
        }
        return measure != null && measure.size() == offset ? measure : null;
    }

    synchronized void keep(UUID id, Measure measure) {
        kept.put(id, measure);
    }
}
