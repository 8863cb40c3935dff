package id.zitrack.discussion;

import id.zitrack.platform.Prose;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says in a conversation.
 *
 * @param id chosen by the client, so that sending it again after a lost reply says nothing twice
 */
record MessageRequest(
        @NotNull(message = "Pesan memerlukan id.") UUID id,

        @NotBlank(message = "Tulis pesannya.")
        @Prose(max = 4000, message = "Pesan paling banyak 4.000 karakter, tanpa karakter kendali.")
        String text,

        @Nullable @Size(max = MOST_MENTIONS, message = "Sebut paling banyak 10 orang.")
        List<@NotNull UUID> mentions) {
    static final int MOST_MENTIONS = 10;
}
