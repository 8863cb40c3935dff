package id.zitrack.evidence;

import id.zitrack.instrument.Confidentiality;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody says a piece of evidence is about; the field messages are shown on screen. */
record EvidenceRequest(
        @NotBlank(message = "Isi judul bukti.") @Size(max = 300, message = "Judul paling banyak 300 karakter.")
        String title,

        @Nullable
        @Size(max = 40, message = "Jenis dokumen paling banyak 40 karakter.")
        @Pattern(regexp = "[A-Za-z0-9_-]*", message = "Jenis dokumen tidak dikenal.")
        String docType,

        @Nullable @Size(max = 200, message = "Nomor paling banyak 200 karakter.")
        String number,

        @Nullable LocalDate documentDate,
        @Nullable LocalDate activityDate,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodUntil,

        @Nullable @Size(max = 200, message = "Nama penanda tangan paling banyak 200 karakter.")
        String signer,

        @NotNull(message = "Pilih siapa yang boleh melihat bukti ini.")
        @Pattern(regexp = "public|internal|secret", message = "Pilih terbuka, internal, atau rahasia.")
        String confidentiality,

        @Nullable @Size(max = 2000, message = "Catatan paling banyak 2.000 karakter.")
        String note,

        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,

        @Nullable @Size(max = 50, message = "Pembaca paling banyak 50 orang.")
        List<@NotNull UUID> readers) {

    @AssertTrue(message = "Akhir periode tidak boleh mendahului awalnya.")
    boolean isPeriodInOrder() {
        return periodFrom == null || periodUntil == null || !periodUntil.isBefore(periodFrom);
    }

    @AssertTrue(message = "Akhir masa berlaku tidak boleh mendahului awalnya.")
    boolean isValidityInOrder() {
        return validFrom == null || validUntil == null || !validUntil.isBefore(validFrom);
    }

    Details details() {
        return new Details(
                title.strip(),
                trimmed(docType),
                trimmed(number),
                documentDate,
                activityDate,
                periodFrom,
                periodUntil,
                trimmed(signer),
                Confidentiality.valueOf(confidentiality.toUpperCase(Locale.ROOT)),
                trimmed(note),
                validFrom,
                validUntil,
                readers);
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
