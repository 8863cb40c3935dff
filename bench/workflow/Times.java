package id.zitrack.bench.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long each call of one kind took, in milliseconds. */
final class Times {
    private final List<Double> millis = new ArrayList<>();

    synchronized void add(double taken) {
        millis.add(taken);
    }

    synchronized int count() {
        return millis.size();
    }

    /** The value that this share of the calls did not exceed; 0 if there were none. */
    synchronized double quantile(double share) {
        if (millis.isEmpty()) {
            return 0;
        }
        var sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }
}
