package id.zitrack.guess;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which question a file seems to prove.
 *
 * @param code null where nothing points to one
 * @param others that come into question, the likeliest first
 * @param inFront what of the name is the code, with what parts it from the rest; not part of the title
 */
public record Guess(@Nullable String code, Certainty certainty, List<String> others, String inFront) {

    /** How much a guess rests on. */
    public enum Certainty {
        /** The code stands in the path and belongs to one question only. */
        CERTAIN,
        /** The code stands in the path; other questions end with it too. */
        LIKELY,
        /** Words point to it. */
        GUESSED,
        NONE
    }
}
