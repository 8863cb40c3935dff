package id.zitrack.finding;

import id.zitrack.platform.Prose;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an assessor found; the field messages are shown on screen. */
record FindingRequest(
        @Nullable @Size(max = 100) String code,

        @NotBlank(message = "Tulis temuannya.")
        @Prose(max = 4000, message = "Temuan paling banyak 4.000 karakter, tanpa karakter kendali.")
        String text,

        @Nullable @Prose(max = 4000, message = "Rekomendasi paling banyak 4.000 karakter, tanpa karakter kendali.")
        String recommendation,

        Finding.@Nullable Severity severity) {

    Finding.Found found() {
        return new Finding.Found(Trimmed.of(code), text.strip(), Trimmed.of(recommendation), severity);
    }
}
