package id.zitrack.evidence;

import id.zitrack.instrument.Confidentiality;
import id.zitrack.platform.Facts;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of evidence is about, as people describe it.
 *
 * @param docType what kind of document it is, as a slug such as {@code decree} or {@code minutes}
 * @param number the number written on the document
 * @param periodFrom first day that the document tells about, as a quarterly report does
 * @param validFrom first day on which the document holds, as a decree does
 * @param readers the only people who may know of secret evidence beside whoever brought it; null for the usual ones
 */
record Details(
        String title,
        @Nullable String docType,
        @Nullable String number,
        @Nullable LocalDate documentDate,
        @Nullable LocalDate activityDate,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodUntil,
        @Nullable String signer,
        Confidentiality confidentiality,
        @Nullable String note,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable List<UUID> readers) {

    static Details titled(String title, Confidentiality confidentiality) {
        return new Details(title, null, null, null, null, null, null, null, confidentiality, null, null, null, null);
    }

    boolean isSecret() {
        return confidentiality == Confidentiality.SECRET;
    }

    Details with(@Nullable List<UUID> others) {
        return new Details(
                title,
                docType,
                number,
                documentDate,
                activityDate,
                periodFrom,
                periodUntil,
                signer,
                confidentiality,
                note,
                validFrom,
                validUntil,
                others);
    }

    void tell(Facts facts, BiConsumer<String, @Nullable Object> tell) {
        facts.say("confidentiality", confidentiality);
        tell.accept("title", title);
        tell.accept("docType", docType);
        tell.accept("number", number);
        tell.accept("documentDate", documentDate);
        tell.accept("activityDate", activityDate);
        tell.accept("periodFrom", periodFrom);
        tell.accept("periodUntil", periodUntil);
        tell.accept("signer", signer);
        tell.accept("note", note);
        tell.accept("validFrom", validFrom);
        tell.accept("validUntil", validUntil);
        facts.say("readers", readers);
    }

    /** Fills in what nobody has said yet. */
    Details completed(String type, LocalDate activity) {
        return new Details(
                title,
                docType == null ? type : docType,
                number,
                documentDate,
                activityDate == null ? activity : activityDate,
                periodFrom,
                periodUntil,
                signer,
                confidentiality,
                note,
                validFrom,
                validUntil,
                readers);
    }
}
