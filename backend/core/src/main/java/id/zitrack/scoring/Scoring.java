package id.zitrack.scoring;

import id.zitrack.instrument.Instrument;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scores a sheet: answers in, points and gates out. */
public final class Scoring {

    private Scoring() {}

    /**
     * Scores answers by question code; blank ones may be absent, null or empty.
     *
     * @throws id.zitrack.instrument.InvalidAnswer if a code is unknown or an answer does not fit
     */
    public static ScoreSheet score(Instrument instrument, Map<String, ? extends @Nullable String> answers) {
        return score(ParsedAnswers.parse(instrument, answers));
    }

    /** Scores answers that are already read. */
    public static ScoreSheet score(ParsedAnswers answers) {
        return new ScoreSheet(answers, Map.of());
    }

    /** Scores answers, with the points of some groups fixed, whatever is answered below them. */
    static ScoreSheet score(ParsedAnswers answers, Map<String, BigDecimal> given) {
        return new ScoreSheet(answers, given);
    }
}
