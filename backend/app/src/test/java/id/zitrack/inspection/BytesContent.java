package id.zitrack.inspection;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Content that is in memory already. */
public record BytesContent(byte[] bytes) implements Content {
    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) {
        if (position >= bytes.length) {
            return -1;
        }
        int count = (int) Math.min(length, bytes.length - position);
        System.arraycopy(bytes, (int) position, into, offset, count);
        return count;
    }

    @Override
    public InputStream from(long position) {
        return new ByteArrayInputStream(bytes, (int) position, bytes.length);
    }
}
