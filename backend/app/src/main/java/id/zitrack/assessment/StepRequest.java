package id.zitrack.assessment;

import id.zitrack.instrument.Award;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.InvalidRequest.FieldError;
import id.zitrack.platform.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person says when taking a step; what the step does not ask for is refused. */
record StepRequest(
        @Nullable @Size(max = 4000) String reason,
        @Nullable @Line(max = 120) String letterNumber,
        @Nullable LocalDate letterDate,
        @Nullable LocalDate due,
        @Nullable @Pattern(regexp = "wbk|wbbm") String award,
        @Nullable @Min(2000) @Max(2100) Integer year,
        @Nullable @Line(max = 300) String result,
        @Nullable UUID evidenceId) {

    /** @throws InvalidRequest if something is missing that the step needs, or said that it does not ask for */
    void requireFor(Step step) {
        var errors = new ArrayList<FieldError>();
        for (var field : StepField.values()) {
            var said = isSaid(field);
            if (!said && step.needed().contains(field)) {
                errors.add(new FieldError(nameOf(field), "wajib diisi"));
            } else if (said
                    && !step.needed().contains(field)
                    && !step.optional().contains(field)) {
                errors.add(new FieldError(nameOf(field), "tidak diminta pada langkah ini"));
            }
        }
        if (text(letterNumber) == null && letterDate != null) {
            errors.add(new FieldError("letterNumber", "surat mempunyai nomor dan tanggal"));
        } else if (text(letterNumber) != null && letterDate == null) {
            errors.add(new FieldError("letterDate", "surat mempunyai nomor dan tanggal"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }

    @Nullable
    String reasonText() {
        return text(reason);
    }

    @Nullable
    Award chosen() {
        return award == null ? null : Award.valueOf(award.toUpperCase(Locale.ROOT));
    }

    Particulars particulars() {
        return new Particulars(text(letterNumber), letterDate, due, chosen(), year, text(result), evidenceId);
    }

    private boolean isSaid(StepField field) {
        return switch (field) {
            case REASON -> text(reason) != null;
            case LETTER -> text(letterNumber) != null || letterDate != null;
            case DUE -> due != null;
            case AWARD -> award != null;
            case YEAR -> year != null;
            case RESULT -> text(result) != null;
            case EVIDENCE -> evidenceId != null;
        };
    }

    private static String nameOf(StepField field) {
        return switch (field) {
            case LETTER -> "letterNumber";
            case EVIDENCE -> "evidenceId";
            default -> field.name().toLowerCase(Locale.ROOT);
        };
    }

    private static @Nullable String text(@Nullable String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }
}
