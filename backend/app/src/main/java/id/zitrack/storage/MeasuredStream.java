package id.zitrack.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Counts and hashes what passes through, and stops at a limit. */
final class MeasuredStream extends FilterInputStream {
    private final Measure measure = new Measure();
    private final long limit;
    private long size;
    private @Nullable IOException broken;

    MeasuredStream(InputStream source, long limit) {
        super(source);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(into, offset, length);
        } catch (IOException e) {
            broken = e;
            throw e;
        }
        if (read > 0) {
            size += read;
            if (size > limit) {
                throw new FileTooLarge(limit);
            }
            measure.update(into, offset, read);
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        throw new IOException("What is skipped is not hashed");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    long size() {
        return size;
    }

    long crc32() {
        return measure.crc32();
    }

    /** The hash as lower-case hex; may be asked once, at the end. */
    String sha256() {
        return measure.sha256();
    }

    /** What stopped the source from sending on; null if nothing did. */
    @Nullable
    IOException broken() {
        return broken;
    }
}
