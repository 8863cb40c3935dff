package id.zitrack.activity;

import id.zitrack.activity.Activity.Slot;
import id.zitrack.evidence.EvidenceResponse.PersonName;
import id.zitrack.evidence.Sheets.SheetName;
import id.zitrack.storage.FileState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity as the API shows it.
 *
 * @param revision of the description, for {@code If-Match}
 * @param slots all of them, also those that are empty
 * @param missing the slots in which the caller sees nothing
 * @param may actions the caller may do with it
 */
record ActivityBody(
        UUID id,
        UUID unitId,
        String title,
        LocalDate date,
        @Nullable LocalDate until,
        @Nullable String place,
        @Nullable String note,
        long revision,
        List<SlotBody> slots,
        Collection<Slot> missing,
        List<QuestionBody> questions,
        @Nullable PersonName createdBy,
        Instant createdAt,
        List<String> may) {

    /** What lies in one slot. */
    record SlotBody(Slot slot, List<EntryBody> evidence) {}

    /** A piece of evidence, short; {@code warnings} are slugs of what an assessor would ask about. */
    record EntryBody(
            UUID id,
            String title,
            String fileName,
            @Nullable LocalDate day,
            FileState state,
            List<String> warnings) {}

    /**
     * A question that it proves.
     *
     * @param isOpen whether the caller may change what proves it now
     * @param waiting how many files in the slots do not prove it yet
     */
    record QuestionBody(SheetName sheet, String code, String label, boolean isOpen, int waiting) {}
}
