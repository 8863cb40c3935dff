package id.zitrack.activity;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody says about an activity; the field messages are shown on screen. */
record ActivityRequest(
        @NotBlank(message = "Isi nama kegiatan.")
        @Size(max = 300, message = "Nama kegiatan paling banyak 300 karakter.")
        String title,

        @NotNull(message = "Isi tanggal kegiatan.") LocalDate date,
        @Nullable LocalDate until,

        @Nullable @Size(max = 200, message = "Tempat paling banyak 200 karakter.")
        String place,

        @Nullable @Size(max = 2000, message = "Catatan paling banyak 2.000 karakter.")
        String note) {

    @AssertTrue(message = "Hari terakhir tidak boleh mendahului hari pertama.")
    boolean isInOrder() {
        return until == null || date == null || !until.isBefore(date);
    }

    Activity.About about() {
        return new Activity.About(
                title.strip(), date, date.equals(until) ? null : until, trimmed(place), trimmed(note));
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
