package id.zitrack.finding;

import org.jspecify.annotations.Nullable;

/** Text as it is kept: without blanks around it, and nothing instead of blanks alone. */
final class Trimmed {
    private Trimmed() {}

    static @Nullable String of(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
