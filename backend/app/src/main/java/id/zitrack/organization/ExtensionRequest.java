package id.zitrack.organization;

import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.Line;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives one unit more time, or ends that.
 *
 * @param until the last day; null ends an earlier extension
 */
record ExtensionRequest(
        @NotNull UUID unitId,
        @Nullable LocalDate until,
        @NotBlank @Size(max = 1000) String reason,
        @Nullable @Line(max = 120) String letterNumber,
        @Nullable LocalDate letterDate) {

    @Nullable
    Letter letter() {
        var number = letterNumber == null || letterNumber.isBlank() ? null : letterNumber.strip();
        if (number == null && letterDate == null) {
            return null;
        }
        if (number == null || letterDate == null) {
            throw new InvalidRequest(
                    number == null ? "letterNumber" : "letterDate", "surat mempunyai nomor dan tanggal");
        }
        return new Letter(number, letterDate);
    }
}
