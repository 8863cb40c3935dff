package id.zitrack.evidence;

import id.zitrack.instrument.Confidentiality;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of evidence is about, as people describe it.
 *
 * @param docType what kind of document it is, as a slug such as {@code decree} or {@code minutes}
 * @param number the number written on the document
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
        @Nullable String note) {

    static Details titled(String title, Confidentiality confidentiality) {
        return new Details(title, null, null, null, null, null, null, null, confidentiality, null);
    }
}
