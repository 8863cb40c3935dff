package id.zitrack.evidence;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files somebody has on their computer and wants to bring in; only what they are called, not what is in them.
 *
 * @param assessmentId whose questions they may prove; null to propose none
 */
record ProposalsRequest(
        @NotNull UUID unitId,
        @Nullable UUID assessmentId,

        @NotEmpty(message = "Pilih paling sedikit satu berkas.")
        @Size(max = 2000, message = "Paling banyak 2.000 berkas sekaligus.")
        List<@Valid FileOnDisk> files) {

    /**
     * One file.
     *
     * @param path with the folders it lies in, in the writing of any system
     * @param sha256 in lower-case hex, where the browser could work it out
     */
    record FileOnDisk(
            @NotBlank @Size(max = 1000) String path,
            @PositiveOrZero long size,

            @Nullable @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}
}
