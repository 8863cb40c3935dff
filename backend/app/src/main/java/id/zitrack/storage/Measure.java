package id.zitrack.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** The hash and checksum of the bytes of a file up to now. */
public final class Measure {
    private final MessageDigest sha256;
    private final CRC32 crc32 = new CRC32();
    private long size;

    public Measure() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    public void update(byte[] bytes, int offset, int length) {
        sha256.update(bytes, offset, length);
        crc32.update(bytes, offset, length);
        size += length;
    }

    public long size() {
        return size;
    }

    public long crc32() {
        return crc32.getValue();
    }

    /** The hash as lower-case hex; may be asked once, at the end. */
    public String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
