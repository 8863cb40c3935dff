package id.zitrack.upload;

import id.zitrack.platform.ObjectStore;
import id.zitrack.platform.PartStore;
import id.zitrack.upload.Upload.Piece;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Appends bytes to an upload: first to the store, then to the list of what is stored. */
@Component
class StoringBytes {
    private static final Logger log = LoggerFactory.getLogger(StoringBytes.class);
    private static final String TYPE = "application/octet-stream";

    private final ObjectStore store;
    private final PartStore parts;
    private final Clock clock;

    StoringBytes(ObjectStore store, PartStore parts, Clock clock) {
        this.store = store;
        this.parts = parts;
        this.clock = clock;
    }

    /** Stores the next bytes, together with the pieces before them as soon as they are enough for a part. */
    void append(HeldUpload held, byte[] bytes, int length) {
        var upload = held.upload();
        var pieces = upload.pieces();
        var together = upload.sizeOfPieces() + length;
        var isLast = length == upload.missing();
        if (!isLast && together < PartStore.LEAST_PART) {
            var piece = new Piece(upload.nextPieceKey(), length);
            store.put(piece.key(), new ByteArrayInputStream(bytes, 0, length), length, TYPE);
            held.save(it -> it.add(piece, clock.instant()));
            return;
        }
        var joined = pieces.isEmpty() ? bytes : join(pieces, bytes, length, together);
        if (isLast && upload.multipart() == null) {
            store.put(upload.key(), new ByteArrayInputStream(joined, 0, together), together, TYPE);
            held.save(it -> it.becomeWhole(clock.instant()));
        } else {
            var multipart = upload.multipart();
            if (multipart == null) {
                var begun = parts.begin(upload.key());
                held.save(it -> it.beginParts(begun));
                multipart = begun;
            }
            var part = parts.put(upload.key(), multipart, upload.nextPart(), joined, together);
            held.save(it -> it.add(part, together, clock.instant()));
        }
        pieces.forEach(it -> discard(it.key()));
    }

    /** Forgets the bytes of an upload that comes to nothing. */
    void discard(Upload upload) {
        var multipart = upload.multipart();
        if (multipart != null && !upload.isWhole()) {
            parts.abort(upload.key(), multipart);
        }
        upload.pieces().forEach(it -> discard(it.key()));
        discard(upload.key());
    }

    /** Leaving something behind is harmless: {@link ForgettingUploads} finds it. */
    private void discard(String key) {
        try {
            store.delete(key);
        } catch (RuntimeException e) {
            log.warn("Left {} behind: {}", key, e.getMessage());
        }
    }

    private byte[] join(List<Piece> pieces, byte[] bytes, int length, int together) {
        var joined = new byte[together];
        int at = 0;
        for (var piece : pieces) {
            try (var stream = store.get(piece.key())) {
                at += stream.readNBytes(joined, at, piece.size());
            } catch (IOException e) {
                throw new UncheckedIOException("Could not read back " + piece.key(), e);
            }
        }
        if (at != together - length) {
            throw new IllegalStateException(
                    "The store holds less than it took of " + pieces.get(0).key());
        }
        System.arraycopy(bytes, 0, joined, at, length);
        return joined;
    }
}
