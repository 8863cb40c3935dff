package id.zitrack.evidence;

import id.zitrack.storage.FileState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence as the API shows it.
 *
 * @param confidentiality {@code public}, {@code internal} or {@code secret}
 * @param readers the only people who may know of it beside whoever brought it; null for the usual ones
 * @param revision of the description, for {@code If-Match}
 * @param warnings slugs of what an assessor would ask about
 * @param may actions the caller may do with it
 */
public record EvidenceResponse(
        UUID id,
        UUID unitId,
        String title,
        @Nullable String docType,
        @Nullable String number,
        @Nullable LocalDate documentDate,
        @Nullable LocalDate activityDate,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodUntil,
        @Nullable String signer,
        String confidentiality,
        @Nullable String note,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable List<PersonName> readers,
        long revision,
        List<VersionResponse> versions,
        List<LinkResponse> links,
        List<String> warnings,
        List<String> may) {

    /**
     * One version of the file.
     *
     * @param reason why the file may not be opened; for available files why it replaced the one before
     * @param malware what the scanner found in it, as it calls it
     */
    record VersionResponse(
            int number,
            String fileName,
            long size,
            String mediaType,
            String sha256,
            FileState state,
            @Nullable String reason,
            @Nullable String malware,
            @Nullable PersonName by,
            Instant at) {}

    public record PersonName(UUID id, String name) {}

    /**
     * A question that it proves.
     *
     * @param direct whether somebody linked it here by itself
     * @param activityIds the activities through which it is linked here
     */
    record LinkResponse(UUID assessmentId, String code, boolean direct, List<UUID> activityIds) {}
}
