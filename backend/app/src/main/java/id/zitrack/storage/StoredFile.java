package id.zitrack.storage;

import id.zitrack.inspection.FileType;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Bytes that are in the object store, once, under their hash. Written after the bytes and never before, so that a file
 * without bytes cannot exist.
 *
 * @param sha256 lower-case hex; also the id
 * @param crc32 for ZIP archives, which need it before the first byte
 * @param reason why the file is not available, as a slug; null while it is, or while nothing keeps it from being checked
 * @param textLayer whether a PDF holds text and not only pictures of it; null for other types
 * @param formulas whether a table holds cells that spreadsheets would calculate; null for other types
 * @param scan the malware scan; null where none was set up when the file came
 */
@Document("files")
@CompoundIndex(def = "{'state': 1, 'scan.due': 1}")
@CompoundIndex(def = "{'state': 1, 'reason': 1}")
@CompoundIndex(def = "{'state': 1, 'storedAt': -1}")
public record StoredFile(
        @Id String sha256,
        long size,
        String mediaType,
        long crc32,
        Instant storedAt,
        FileState state,
        @Nullable String reason,
        @Nullable Boolean textLayer,
        @Nullable Boolean formulas,
        @Nullable Scan scan) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * What the malware scanner has to do with a file.
     *
     * @param due when it is scanned next, or until when nobody else scans it again; null once it has been judged
     * @param attempts in vain so far
     * @param at when it was judged
     * @param malware what was found in it, as the scanner calls it
     * @param database number of the signature database that it was last held against; null if none is known
     */
    public record Scan(
            @Nullable Instant due,
            int attempts,
            @Nullable Instant at,
            @Nullable String malware,
            @Nullable Long database) {

        public static Scan dueAt(Instant due) {
            return new Scan(due, 0, null, null, null);
        }
    }

    String key() {
        return key(sha256);
    }

    /** Whether a scan was set up for it and none has judged it yet. */
    boolean awaitsScan() {
        return scan != null && scan.at() == null && scan.database() == null;
    }

    // A public question would be stored like a field.
    @Transient
    public boolean isAvailable() {
        return state == FileState.AVAILABLE;
    }

    /** Whether its bytes are as they should be as far as is known, and another upload of them adds nothing. */
    boolean isWhole() {
        return state == FileState.AVAILABLE || state == FileState.CHECKING;
    }

    /** Whether it is withheld because its stored bytes are damaged or lost. */
    @Transient
    public boolean isDamaged() {
        return state == FileState.QUARANTINED && Damage.REASON.equals(reason);
    }

    /** What the scanner found in it. */
    public @Nullable String malware() {
        return scan == null ? null : scan.malware();
    }

    /** The key of the bytes with this hash. */
    public static String key(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("No SHA-256: " + sha256);
        }
        return "sha256/" + sha256.substring(0, 2) + "/" + sha256;
    }

    public FileType type() {
        return Optional.of(mediaType).flatMap(FileType::ofMediaType).orElse(FileType.TEXT);
    }
}
