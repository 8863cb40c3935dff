package id.zitrack.assessment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An answer that somebody tries without giving it.
 *
 * @param value blank for no answer
 */
record TriedAnswer(
        @NotBlank @Size(max = 40) String code,
        @Nullable @Size(max = 4000) String value) {}
