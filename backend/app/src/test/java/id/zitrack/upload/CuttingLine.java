package id.zitrack.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A line to several replicas that breaks: each connection leads to the next replica and is cut after as many bytes
 * towards it as it is allowed.
 */
final class CuttingLine implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService work = Executors.newCachedThreadPool();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicLong passed = new AtomicLong();
    private volatile CountDownLatch settled = new CountDownLatch(0);
    private final List<URI> replicas;
    private final LongSupplier allowance;

    /** The allowance is asked for each connection. */
    CuttingLine(List<String> replicas, LongSupplier allowance) throws IOException {
        this.replicas = replicas.stream().map(URI::create).toList();
        this.allowance = allowance;
        work.submit(this::accept);
    }

    String origin() {
        return "http://localhost:" + door.getLocalPort();
    }

    int port() {
        return door.getLocalPort();
    }

    int cuts() {
        return cuts.get();
    }

    /** How many bytes of the last connection went on to the replica, as soon as that has done with them. */
    long passed() throws InterruptedException {
        assertThat(settled.await(30, TimeUnit.SECONDS)).isTrue();
        return passed.get();
    }

    private Void accept() throws IOException {
        while (true) {
            var caller = door.accept();
            var replica = replicas.get(connections.getAndIncrement() % replicas.size());
            var server = new Socket(replica.getHost(), replica.getPort());
            var busy = new CountDownLatch(1);
            settled = busy;
            passed.set(0);
            work.submit(() -> {
                try (server;
                        caller) {
                    back(server, caller);
                } finally {
                    busy.countDown();
                }
                return null;
            });
            work.submit(() -> {
                try (caller) {
                    forth(caller, server, allowance.getAsLong());
                } finally {
                    server.shutdownOutput();
                }
                return null;
            });
        }
    }

    private void forth(Socket caller, Socket server, long allowed) throws IOException {
        var block = new byte[16 * 1024];
        long left = allowed;
        while (left > 0) {
            int read = caller.getInputStream().read(block, 0, (int) Math.min(block.length, left));
            if (read < 0) {
                return;
            }
            server.getOutputStream().write(block, 0, read);
            passed.addAndGet(read);
            left -= read;
        }
        cuts.incrementAndGet();
    }

    private void back(Socket server, Socket caller) throws IOException {
        var block = new byte[16 * 1024];
        for (int read = server.getInputStream().read(block);
                read >= 0;
                read = server.getInputStream().read(block)) {
            if (!caller.isClosed()) {
                caller.getOutputStream().write(block, 0, read);
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        work.shutdownNow();
    }
}
