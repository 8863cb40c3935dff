package id.zitrack.assessment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * One of many answers to take.
 *
 * @param value blank for no answer
 * @param note left as it is when missing
 */
record NewAnswer(
        @NotBlank @Size(max = 40) String code,
        @Nullable @Size(max = 4000) String value,
        @Nullable @Size(max = 4000) String note) {}
