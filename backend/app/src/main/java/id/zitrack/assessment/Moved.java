package id.zitrack.assessment;

import id.zitrack.instrument.InstrumentKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One move of an assessment to another instrument, with the answers that did not fit there; they come back when the
 * assessment moves back.
 */
record Moved(
        Instant at,
        UUID by,
        String fromId,
        String fromVersion,
        String fromHash,
        String toId,
        String toVersion,
        String toHash,
        List<Answer> lost) {

    InstrumentKey from() {
        return new InstrumentKey(fromId, fromVersion);
    }

    InstrumentKey to() {
        return new InstrumentKey(toId, toVersion);
    }

    /** The same in a few words, as the history of the sheet tells it. */
    String words() {
        return "Dipindahkan dari " + from() + " ke " + to()
                + (lost.isEmpty() ? "" : "; " + lost.size() + " jawaban tidak terbawa");
    }
}
