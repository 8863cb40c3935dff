package id.zitrack.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.ClientAbortException;

/**
 * The bytes of a file, hashed on their way out. The last block is held back until the hash is known: whoever has
 * received a whole file has received the right one, and from a damaged file nobody gets more than a broken download.
 */
public final class VerifiedStream extends InputStream {
    static final int BLOCK = 64 * 1024;

    private final MeasuredStream source;
    private final StoredFile file;
    private final Damage damage;
    private byte[] block;
    private int length;
    private int at;
    private byte[] ahead;
    private int lengthAhead;
    private boolean verified;

    /** Reads the first block at once: small files are verified before the answer begins. */
    VerifiedStream(InputStream source, StoredFile file, Damage damage) {
        this.source = new MeasuredStream(source, Long.MAX_VALUE);
        this.file = file;
        this.damage = damage;
        int capacity = (int) Math.max(1, Math.min(BLOCK, file.size()));
        this.block = new byte[capacity];
        this.ahead = new byte[capacity];
        try {
            readAhead();
            if (isAtTheEnd()) {
                verify();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        if (at == length && !advance()) {
            return -1;
        }
        int given = Math.min(count, length - at);
        System.arraycopy(block, at, into, offset, given);
        at += given;
        return given;
    }

    /** Whole blocks, without copying them once more. */
    @Override
    public long transferTo(OutputStream out) throws IOException {
        long given = 0;
        while (at < length || advance()) {
            out.write(block, at, length - at);
            given += length - at;
            at = length;
        }
        return given;
    }

    private boolean advance() throws IOException {
        if (lengthAhead == 0) {
            return false;
        }
        var used = block;
        block = ahead;
        length = lengthAhead;
        at = 0;
        ahead = used;
        lengthAhead = 0;
        if (verified) {
            return true;
        }
        readAhead();
        if (isAtTheEnd()) {
            try {
                verify();
            } catch (FileNotAvailable e) {
                // Too late for a problem: the answer has begun. Ending it like a broken line makes the client fail.
                throw new ClientAbortException("The stored file is damaged", e);
            }
        }
        return true;
    }

    private boolean isAtTheEnd() {
        return lengthAhead < ahead.length || source.size() >= file.size();
    }

    private void readAhead() throws IOException {
        lengthAhead = source.readNBytes(ahead, 0, ahead.length);
    }

    private void verify() throws IOException {
        if (source.read() >= 0 || source.size() != file.size()) {
            throw damage.found(file, Damage.Kind.DAMAGED);
        }
        if (!source.sha256().equals(file.sha256())) {
            throw damage.found(file, Damage.Kind.DAMAGED);
        }
        verified = true;
    }

    /** Whether the whole file has been read and is the one that was stored. */
    public boolean isVerified() {
        return verified;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
