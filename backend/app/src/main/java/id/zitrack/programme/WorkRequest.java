package id.zitrack.programme;

import id.zitrack.platform.Line;
import id.zitrack.platform.Prose;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a unit plans; the field messages are shown on screen. */
record WorkRequest(
        @NotBlank(message = "Isi nama kegiatan.")
        @Line(max = 300, message = "Nama kegiatan paling banyak 300 karakter dalam satu baris.")
        String title,

        @Nullable UUID periodId,
        @Nullable @Size(max = 100) String area,

        @NotEmpty(message = "Pilih sedikitnya satu triwulan.") @Size(max = 4)
        List<@NotNull @Min(1) @Max(4) Integer> quarters,

        @Nullable @Min(1) @Max(12) Integer month,
        @Nullable UUID personId,

        @Nullable @Line(max = 200, message = "Nama paling banyak 200 karakter dalam satu baris.")
        String person,

        @Nullable @Size(max = 50, message = "Paling banyak 50 pertanyaan.")
        List<@NotNull @Size(max = 100) String> codes,

        @Nullable @Prose(max = 1000, message = "Keluaran paling banyak 1.000 karakter, tanpa karakter kendali.")
        String output,

        @Nullable @Size(max = 20, message = "Paling banyak 20 kegiatan.")
        List<@NotNull UUID> activityIds) {

    @AssertTrue(message = "Bulan hanya untuk satu triwulan, dan harus berada di dalamnya.")
    boolean isMonthInItsQuarter() {
        return month == null
                || quarters == null
                || quarters.stream().distinct().toList().equals(List.of((month + 2) / 3));
    }

    SortedSet<Integer> planned() {
        return new TreeSet<>(quarters);
    }

    PlannedWork.About about() {
        return new PlannedWork.About(
                title.strip(),
                periodId,
                trimmed(area),
                month,
                personId,
                trimmed(person),
                codes == null ? List.of() : codes.stream().distinct().toList(),
                trimmed(output),
                activityIds == null
                        ? List.of()
                        : activityIds.stream().distinct().toList());
    }

    static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
