package id.zitrack.assessment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A question that the assessors sent back to the unit, why, and until when it may be repaired. */
public record ReturnedQuestion(
        String code, String reason, @Nullable LocalDate due) {}
