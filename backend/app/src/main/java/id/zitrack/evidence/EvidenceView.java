package id.zitrack.evidence;

import id.zitrack.instrument.Confidentiality;
import id.zitrack.storage.FileState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence as other rooms may read it.
 *
 * @param docType what kind of document it is, as a slug such as {@code decree}; null if nobody has said
 * @param versions of its file, oldest first, never empty
 */
public record EvidenceView(
        UUID id,
        UUID institutionId,
        UUID unitId,
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
        List<FileView> versions,
        List<LinkView> links) {

    /**
     * One version of the file.
     *
     * @param sha256 lower-case hex; names the bytes
     * @param crc32 as ZIP archives need it
     * @param isDamaged whether it is withheld because its stored bytes are damaged or lost
     */
    public record FileView(
            int number,
            String fileName,
            long size,
            String mediaType,
            String sha256,
            long crc32,
            FileState state,
            boolean isDamaged,
            UUID by,
            Instant at) {

        public boolean isAvailable() {
            return state == FileState.AVAILABLE;
        }
    }

    /**
     * A question of an assessment that this proves.
     *
     * @param activityIds the activities through which it is linked
     */
    public record LinkView(UUID assessmentId, String code, List<UUID> activityIds) {}

    /** The version that counts now. */
    public FileView current() {
        return versions.get(versions.size() - 1);
    }

    /** Whether only people on a list may see it. */
    public boolean isSecret() {
        return confidentiality == Confidentiality.SECRET;
    }

    /** The codes of the questions of one assessment that this proves. */
    public List<String> codesIn(UUID assessmentId) {
        return links.stream()
                .filter(it -> it.assessmentId().equals(assessmentId))
                .map(LinkView::code)
                .toList();
    }
}
