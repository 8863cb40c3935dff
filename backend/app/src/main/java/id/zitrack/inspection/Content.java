package id.zitrack.inspection;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read from any place without holding them all in memory. */
public interface Content {
    long size();

    /** Reads up to {@code length} bytes from a position; -1 at or after the end. */
    int read(long position, byte[] into, int offset, int length) throws IOException;

    /** Reads from a position to the end. */
    InputStream from(long position) throws IOException;

    /** The bytes from a position on, at most {@code length}, fewer only at the end. */
    default byte[] slice(long position, int length) throws IOException {
        var wanted = (int) Math.max(0, Math.min(length, size() - position));
        var bytes = new byte[wanted];
        int done = 0;
        while (done < wanted) {
            int read = read(position + done, bytes, done, wanted - done);
            if (read < 0) {
                throw new IOException("Content ends at " + (position + done) + " of " + size());
            }
            done += read;
        }
        return bytes;
    }

    /** The first bytes. */
    default byte[] head(int length) throws IOException {
        return slice(0, length);
    }

    /** The last bytes. */
    default byte[] tail(int length) throws IOException {
        return slice(Math.max(0, size() - length), length);
    }
}
