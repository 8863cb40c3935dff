package id.zitrack.finding;

import id.zitrack.platform.Line;
import id.zitrack.platform.Prose;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a unit does about a finding; the field messages are shown on screen.
 *
 * @param done whether the unit says that it is done
 */
record PlanRequest(
        @NotBlank(message = "Tulis apa yang akan dilakukan.")
        @Prose(max = 4000, message = "Rencana aksi paling banyak 4.000 karakter, tanpa karakter kendali.")
        String action,

        @Nullable UUID ownerId,

        @Nullable @Line(max = 200, message = "Nama paling banyak 200 karakter dalam satu baris.")
        String owner,

        @NotNull(message = "Isi batas waktunya.") LocalDate due,

        @Nullable @Prose(max = 4000, message = "Perkembangan paling banyak 4.000 karakter, tanpa karakter kendali.")
        String progress,

        @Nullable @Size(max = 20, message = "Paling banyak 20 bukti.")
        List<@NotNull UUID> evidenceIds,

        boolean done) {}
