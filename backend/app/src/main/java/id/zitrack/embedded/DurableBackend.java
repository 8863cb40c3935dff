package id.zitrack.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded document server's backend, made durable: a write is answered only after it is on disk.
 *
 * <p>One thread commits for all writers that wait (group commit). A commit between the put of a document and the put of
 * its index entries would tear it, so commands share a lock that the commit takes alone. As shipped, the backend
 * answers first and commits some time later.
 */
final class DurableBackend extends H2Backend {
    private static final Logger log = LoggerFactory.getLogger(DurableBackend.class);
    private static final int OUT_OF_DISK_SPACE = 14031;
    private static final int INTERRUPTED = 11601;
    private static final int UNAUTHORIZED = 13;
    private static final AttributeKey<Boolean> ALLOWED = AttributeKey.valueOf("zitrack.allowed");
    private static final long COMPACT_EVERY_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int COMPACT_BYTES = 2 * 1024 * 1024;

    /** Commands that change nothing, so that nothing has to be committed before they are answered. */
    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "count",
            "distinct",
            "hello",
            "ismaster",
            "ping",
            "buildinfo",
            "listcollections",
            "listindexes",
            "listdatabases",
            "killcursors",
            "endsessions",
            "serverstatus",
            "dbstats",
            "collstats",
            "getlog",
            "hostinfo",
            "whatsmyuri",
            "connectionstatus",
            "getlasterror",
            "getcmdlineopts");

    private final MVStore store;
    private final File disk;
    private final long reservedBytes;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final Object turn = new Object();
    private final Thread committer;

    private long written;
    private long committed;
    private boolean closing;
    private @Nullable Throwable failure;

    DurableBackend(Path file, long reservedBytes) {
        this(open(file), file.toFile().getParentFile(), reservedBytes);
    }

    private DurableBackend(MVStore store, File disk, long reservedBytes) {
        super(store);
        this.store = store;
        this.disk = disk;
        this.reservedBytes = reservedBytes;
        this.committer = new Thread(this::commitForAll, "embedded-mongo-commit");
        committer.setDaemon(true);
        committer.start();
    }

    private static MVStore open(Path file) {
        var store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                // Disabling the commits by time leaves those by volume.
                .autoCommitBufferSize(0)
                // Every commit rewrites the leaf pages it touches: small ones keep the file small.
                .pageSplitSize(4096)
                .cacheSize(64)
                .open();
        store.setVersionsToKeep(0);
        store.setRetentionTime(2_000);
        return store;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new IsolatingDatabase(name);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        requireOwnUser(channel);
        if (isRead(command, query)) {
            return super.handleCommand(channel, database, command, query);
        }
        if (disk.getUsableSpace() < reservedBytes) {
            throw new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", "no space is left on the disk");
        }
        Document reply;
        long mine;
        lock.readLock().lock();
        try {
            reply = super.handleCommand(channel, database, command, query);
            mine = announce();
        } finally {
            lock.readLock().unlock();
        }
        awaitCommit(mine);
        return reply;
    }

    private static void requireOwnUser(Channel channel) {
        var known = channel.attr(ALLOWED);
        if (known.get() == null) {
            known.set(LocalPeers.isAllowed(channel.localAddress(), channel.remoteAddress()));
        }
        if (!Boolean.TRUE.equals(known.get())) {
            throw new MongoServerError(UNAUTHORIZED, "Unauthorized", "another user of this machine may not enter");
        }
    }

    private static boolean isRead(String command, Document query) {
        var name = command.toLowerCase(Locale.ROOT);
        if (name.equals("aggregate")) {
            return !(query.get("pipeline") instanceof List<?> stages
                    && stages.stream()
                            .anyMatch(it -> it instanceof Document stage
                                    && (stage.containsKey("$out") || stage.containsKey("$merge"))));
        }
        return READS.contains(name);
    }

    private long announce() {
        synchronized (turn) {
            written++;
            turn.notifyAll();
            return written;
        }
    }

    private void awaitCommit(long mine) {
        synchronized (turn) {
            while (committed < mine) {
                if (failure != null || closing && !committer.isAlive()) {
                    throw new MongoServerError(INTERRUPTED, "Interrupted", "the write is not on disk: " + failure);
                }
                try {
                    turn.wait(1_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new MongoServerError(INTERRUPTED, "Interrupted", "stopped before the write was on disk");
                }
            }
        }
    }

    private void commitForAll() {
        var lastCompaction = System.nanoTime();
        while (awaitWork()) {
            try {
                long upTo;
                lock.writeLock().lock();
                try {
                    synchronized (turn) {
                        upTo = written;
                    }
                    store.commit();
                } finally {
                    lock.writeLock().unlock();
                }
                store.sync();
                synchronized (turn) {
                    committed = upTo;
                    turn.notifyAll();
                }
                if (System.nanoTime() - lastCompaction > COMPACT_EVERY_NANOS) {
                    compact();
                    lastCompaction = System.nanoTime();
                }
            } catch (RuntimeException e) {
                log.error("The embedded document store cannot write any more; start the application again", e);
                synchronized (turn) {
                    failure = e;
                    turn.notifyAll();
                }
                return;
            }
        }
    }

    /** Waits for a write; false when closing and nothing is left to commit. */
    private boolean awaitWork() {
        synchronized (turn) {
            while (written == committed) {
                if (closing) {
                    return false;
                }
                try {
                    turn.wait();
                } catch (InterruptedException e) {
                    return false;
                }
            }
            return true;
        }
    }

    private void compact() {
        lock.writeLock().lock();
        try {
            store.compact(50, COMPACT_BYTES);
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        synchronized (turn) {
            closing = true;
            turn.notifyAll();
        }
        try {
            committer.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!store.isClosed()) {
            super.close();
        }
    }

    /** Hands out copies: the shipped collections change stored documents in place while others still encode them. */
    private static final class IsolatingCollection extends H2Collection {
        IsolatingCollection(
                MongoDatabase database,
                String name,
                CollectionOptions options,
                MVMap<Object, Document> documents,
                MVMap<String, Object> meta,
                CursorRegistry cursors) {
            super(database, name, options, documents, meta, cursors);
        }

        @Override
        protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
            return super.createQueryResult(
                    matched.stream().map(Document::cloneDeeply).toList(), batchSize);
        }
    }

    /**
     * Opens {@link IsolatingCollection}s. An inner class, because the constructors above it already open collections
     * and need the store, which only the outer object can give them by then.
     */
    private final class IsolatingDatabase extends H2Database {
        IsolatingDatabase(String name) {
            super(name, getMvStore(), getCursorRegistry());
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
            var fullName = getFullCollectionNamespace(name);
            return new IsolatingCollection(
                    this,
                    name,
                    options,
                    getMvStore().openMap("databases." + fullName),
                    getMvStore().openMap("meta." + fullName),
                    cursorRegistry);
        }
    }
}
