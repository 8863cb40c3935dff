package id.zitrack.instrument;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A worked example inside an instrument: publishing is refused while it does not come out.
 *
 * @param id unique in the instrument
 * @param title what it shows
 * @param answers answers by question code
 * @param given points of groups that are taken as they are, whatever is answered below them
 * @param view the score the expectations speak of: {@code official}, {@code strict} or {@code best}
 * @param scores expected points by node code
 * @param gates expected outcome by award and gate id; empty where the gate cannot be judged
 * @param line where it stands in the file, for messages
 */
public record Example(
        String id,
        Text title,
        Map<String, String> answers,
        Map<String, BigDecimal> given,
        String view,
        Map<String, BigDecimal> scores,
        Map<Award, Map<String, Optional<Boolean>>> gates,
        int line) {}
