package id.zitrack.instrument;

import org.jspecify.annotations.Nullable;

/**
 * A text people read, in Indonesian and perhaps in English.
 *
 * @param id the Indonesian wording, never blank
 * @param en the English wording, if the instrument has one
 */
public record Text(String id, @Nullable String en) {

    /** The wording for a language tag such as {@code en} or {@code en-US}; Indonesian where there is no other. */
    public String in(String language) {
        return en != null && language.startsWith("en") ? en : id;
    }
}
