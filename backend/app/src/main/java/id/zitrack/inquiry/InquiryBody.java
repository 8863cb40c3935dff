package id.zitrack.inquiry;

import id.zitrack.evidence.EvidenceResponse.PersonName;
import id.zitrack.evidence.Sheets.SheetName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an assessor asked for, as the API shows it.
 *
 * @param answer null until it is answered, and for those who may not see the evidence
 * @param lost why it is open again although it was answered; null if it never was
 * @param closedAt when it was answered or taken back
 * @param may actions the caller may do with it now: {@code ANSWER}, {@code WITHDRAW}
 */
record InquiryBody(
        UUID id,
        UUID unitId,
        String unitName,
        SheetName sheet,
        String code,
        String label,
        String text,
        LocalDate due,
        State state,
        @Nullable PersonName askedBy,
        Instant askedAt,
        @Nullable GivenAnswer answer,
        @Nullable AnswerLoss lost,
        @Nullable PersonName closedBy,
        @Nullable Instant closedAt,
        List<Deed> may) {

    /** How it stands. */
    enum State {
        OPEN,
        ANSWERED,
        WITHDRAWN,
        /** The assessment was accepted before anything came. */
        LAPSED
    }

    /** What can be done with it. */
    enum Deed {
        ANSWER,
        WITHDRAW
    }

    /** The evidence that answered it. */
    record GivenAnswer(UUID evidenceId, String title, int version) {}

    /**
     * An answer that does not count any more.
     *
     * @param title of the evidence; null for those who may not know of it
     * @param reason {@code removed}, or why the file is withheld
     */
    record AnswerLoss(@Nullable String title, String reason, Instant at) {}
}
