package id.zitrack.precondition;

import id.zitrack.platform.Line;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator records.
 *
 * @param value blank to take it back
 * @param fulfilled whether that fulfils it, where the instrument leaves that to people
 * @param note source or remark
 */
record RecordRequest(
        @Line(max = 500) @Nullable String value,
        @Nullable Boolean fulfilled,
        @Line(max = 120) @Nullable String number,
        @Nullable LocalDate date,
        @Nullable @Size(max = 2000) String note,
        @Nullable UUID evidenceId) {}
