package id.zitrack.dossier;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * One file of a bag whose size and checksums are known before its bytes are read.
 *
 * @param path from the folder of the bag, with slashes
 */
record BagFile(String path, long size, long crc32, String sha256, Opening content) {

    /** Opens the bytes; may be called once the bag is being written. */
    interface Opening {
        InputStream open();
    }

    static BagFile of(String path, byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return new BagFile(
                path,
                bytes.length,
                crc.getValue(),
                HexFormat.of().formatHex(digest().digest(bytes)),
                () -> new ByteArrayInputStream(bytes));
    }

    static BagFile of(String path, String text) {
        return of(path, text.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
