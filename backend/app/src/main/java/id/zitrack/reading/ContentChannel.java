package id.zitrack.reading;

import id.zitrack.inspection.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Content in the form in which ZIP readers want it. */
final class ContentChannel implements SeekableByteChannel {
    private final Content content;
    private final byte[] buffer = new byte[16 * 1024];
    private long position;
    private boolean open = true;

    ContentChannel(Content content) {
        this.content = content;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!into.hasRemaining()) {
            return 0;
        }
        int read = content.read(position, buffer, 0, Math.min(buffer.length, into.remaining()));
        if (read > 0) {
            into.put(buffer, 0, read);
            position += read;
        }
        return read;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long target) {
        position = target;
        return this;
    }

    @Override
    public long size() {
        return content.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
