package id.zitrack.storage;

import id.zitrack.inspection.Content;
import id.zitrack.platform.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** A stored object read from any place, in pages of which only the last used are kept. */
final class StoredContent implements Content {
    private static final int PAGE = 256 * 1024;
    private static final int MOST_PAGES = 24;

    private final ObjectStore store;
    private final String key;
    private final long size;
    private final Map<Long, byte[]> pages = new LinkedHashMap<>(MOST_PAGES * 2, 0.75f, true);
    private byte[] latest = new byte[0];
    private long latestNumber = -1;

    StoredContent(ObjectStore store, String key, long size) {
        this.store = store;
        this.key = key;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        if (position >= size) {
            return -1;
        }
        var page = page(position / PAGE);
        int start = (int) (position % PAGE);
        int count = Math.min(length, page.length - start);
        System.arraycopy(page, start, into, offset, count);
        return count;
    }

    @Override
    public InputStream from(long position) {
        return store.getRange(key, position, size - position);
    }

    private byte[] page(long number) throws IOException {
        if (number != latestNumber) {
            var page = pages.get(number);
            if (page == null) {
                page = load(number);
                pages.put(number, page);
                if (pages.size() > MOST_PAGES) {
                    pages.remove(pages.keySet().iterator().next());
                }
            }
            latest = page;
            latestNumber = number;
        }
        return latest;
    }

    private byte[] load(long number) throws IOException {
        long start = number * PAGE;
        int length = (int) Math.min(PAGE, size - start);
        try (var stream = store.getRange(key, start, length)) {
            var page = stream.readNBytes(length);
            if (page.length < length) {
                throw new IOException("The store holds less than " + size + " bytes of " + key);
            }
            return page;
        }
    }
}
