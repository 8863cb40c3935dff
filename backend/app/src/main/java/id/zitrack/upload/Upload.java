package id.zitrack.upload;

import id.zitrack.platform.PartStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A file on its way, over as many requests as the line needs: what of it is stored, where, and who may write now.
 *
 * <p>Its bytes are parts of S3's multipart upload, and behind them the pieces that are not enough for a part yet.
 * Whatever is listed here is stored; bytes are stored first and listed after.
 */
@Document("uploads")
@CompoundIndex(def = "{'expiresAt': 1}")
class Upload {
    /** Where the bytes of uploads are; apart from everything people can see. */
    static final String PLACE = "incoming/tus-";

    /** How long an upload waits for its next byte. */
    static final Duration PATIENCE = Duration.ofHours(24);

    @Id
    private final UUID id;

    @Version
    private @Nullable Long version;

    private final UUID institutionId;
    private final UUID unitId;
    private final UUID ownerId;
    private final UploadTarget target;
    private final String metadata;
    private final long length;
    private final Instant createdAt;
    private Instant expiresAt;
    private @Nullable UUID holder;
    private @Nullable Instant heldUntil;
    private @Nullable String multipart;
    // Not final: what is no argument of the constructor is set after it.
    private List<StoredPart> parts = new ArrayList<>();
    private List<Piece> pieces = new ArrayList<>();
    private int lastPart;
    private int lastPiece;
    private boolean whole;
    private @Nullable String sha256;
    private @Nullable Long crc32;
    private @Nullable Outcome outcome;
    private boolean withdrawn;

    /** A part in S3's multipart upload. */
    record StoredPart(int number, String etag, long size) {}

    /** An object that holds bytes behind the last part. */
    record Piece(String key, int size) {}

    /** What became of the whole file: evidence, or the problem that it met. */
    record Outcome(
            @Nullable UUID evidenceId,
            boolean alreadyThere,
            @Nullable Refusal refusal) {}

    /** A problem, as it is told again whenever somebody asks. */
    record Refusal(String slug, int status, String detail, Map<String, Object> extras) {}

    Upload(
            UUID id,
            UUID institutionId,
            UUID unitId,
            UUID ownerId,
            UploadTarget target,
            String metadata,
            long length,
            Instant createdAt,
            Instant expiresAt) {
        this.id = id;
        this.institutionId = institutionId;
        this.unitId = unitId;
        this.ownerId = ownerId;
        this.target = target;
        this.metadata = metadata;
        this.length = length;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    // ---- Who may write

    boolean isHeld(Instant now) {
        return holder != null && heldUntil != null && now.isBefore(heldUntil);
    }

    /**
     * Gives the right to write to a new holder. One number of a part and of a piece is left out: whoever held it before
     * and does not know yet that they lost it may still be storing something under the next one.
     */
    void passTo(UUID newHolder, Instant until) {
        holder = newHolder;
        heldUntil = until;
        lastPart++;
        lastPiece++;
    }

    void holdUntil(Instant until) {
        heldUntil = until;
    }

    void release() {
        holder = null;
        heldUntil = null;
    }

    // ---- What has arrived

    /** How many bytes are stored, from the start. */
    long offset() {
        return whole ? length : sizeOfParts() + sizeOfPieces();
    }

    long missing() {
        return length - offset();
    }

    int sizeOfPieces() {
        return pieces.stream().mapToInt(Piece::size).sum();
    }

    private long sizeOfParts() {
        return parts.stream().mapToLong(StoredPart::size).sum();
    }

    void beginParts(String name) {
        multipart = name;
    }

    /** Adds a part that holds the pieces as well. */
    void add(PartStore.Part part, long size, Instant now) {
        parts.add(new StoredPart(part.number(), part.etag(), size));
        lastPart = part.number();
        pieces.clear();
        expiresAt = now.plus(PATIENCE);
    }

    void add(Piece piece, Instant now) {
        pieces.add(piece);
        lastPiece++;
        expiresAt = now.plus(PATIENCE);
    }

    /** All bytes are one object now. */
    void becomeWhole(Instant now) {
        whole = true;
        pieces.clear();
        expiresAt = now.plus(PATIENCE);
    }

    void measured(String hash, long checksum) {
        sha256 = hash;
        crc32 = checksum;
    }

    void end(Outcome what) {
        outcome = what;
    }

    /** The sender does not want it any more. */
    void withdraw() {
        withdrawn = true;
    }

    // ---- What it is

    boolean isComplete() {
        return offset() == length;
    }

    /** Whether nothing more can come of it: withdrawn, or given up by its sender. */
    boolean isGone(Instant now) {
        return withdrawn || outcome == null && now.isAfter(expiresAt);
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    boolean isWhole() {
        return whole;
    }

    UUID id() {
        return id;
    }

    UUID institutionId() {
        return institutionId;
    }

    UUID unitId() {
        return unitId;
    }

    UUID ownerId() {
        return ownerId;
    }

    UploadTarget target() {
        return target;
    }

    String metadata() {
        return metadata;
    }

    long length() {
        return length;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    String multipart() {
        return multipart;
    }

    List<PartStore.Part> parts() {
        return parts.stream()
                .map(it -> new PartStore.Part(it.number(), it.etag()))
                .toList();
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    int nextPart() {
        return lastPart + 1;
    }

    /** The key of the whole. */
    String key() {
        return keyOf(id);
    }

    String nextPieceKey() {
        return key() + "." + (lastPiece + 1);
    }

    @Nullable
    String sha256() {
        return sha256;
    }

    @Nullable
    Long crc32() {
        return crc32;
    }

    @Nullable
    Outcome outcome() {
        return outcome;
    }

    static String keyOf(UUID id) {
        return PLACE + id;
    }
}
