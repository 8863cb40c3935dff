package id.zitrack.bench.evidence;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * An MP4 file of any size, made while it is read: a head that a type check accepts, then random bytes of which every
 * block is another, so that nothing on the way can save itself the work.
 */
final class Film extends InputStream {
    private static final int BLOCK = 1024 * 1024;

    private final byte[] head;
    private final byte[] block = new byte[BLOCK];
    private final long size;
    private long at;

    Film(long size, long seed) {
        this.size = size;
        this.head = head(size);
        new Random(seed).nextBytes(block);
    }

    /** The boxes ftyp and moov, and the beginning of an mdat that reaches to the end (ISO/IEC 14496-12). */
    private static byte[] head(long size) {
        var boxes = ByteBuffer.allocate(16 + 16 + 8);
        boxes.putInt(16).put("ftypisom".getBytes(StandardCharsets.US_ASCII)).putInt(512);
        boxes.putInt(16).put("moov".getBytes(StandardCharsets.US_ASCII));
        boxes.putInt(8).put("free".getBytes(StandardCharsets.US_ASCII));
        boxes.putInt((int) (size - boxes.position())).put("mdat".getBytes(StandardCharsets.US_ASCII));
        return boxes.array();
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (at == size) {
            return -1;
        }
        int count;
        if (at < head.length) {
            count = (int) Math.min(length, head.length - at);
            System.arraycopy(head, (int) at, into, offset, count);
        } else {
            int within = (int) (at % BLOCK);
            if (within == 0) {
                ByteBuffer.wrap(block).putLong(at);
            }
            count = (int) Math.min(Math.min(length, BLOCK - within), size - at);
            System.arraycopy(block, within, into, offset, count);
        }
        at += count;
        return count;
    }
}
