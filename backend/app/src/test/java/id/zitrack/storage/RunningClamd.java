package id.zitrack.storage;

import static org.awaitility.Awaitility.await;

import id.zitrack.inspection.SampleFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.springframework.util.FileSystemUtils;

/**
 * A real clamd with two signatures made here: the test virus, and the word {@link #MARK}. Others can be added while it
 * runs.
 */
public final class RunningClamd implements AutoCloseable {
    /** What makes a text infected in tests. */
    public static final String MARK = "zitrack-malware-test-mark";

    /** Larger streams are refused by this clamd. */
    static final int LARGEST_STREAM = 1024 * 1024;

    private final Process process;
    private final Path folder;
    private final int port;

    private RunningClamd(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Where clamd is installed, if it is. */
    static Optional<Path> program() {
        var folders =
                Stream.concat(Stream.of(System.getenv().getOrDefault("PATH", "").split(":")), Stream.of("/usr/sbin"));
        return folders.map(it -> Path.of(it, "clamd"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static boolean isInstalled() {
        return program().isPresent();
    }

    /** A port nobody listens on now. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RunningClamd on(int port) {
        try {
            var folder = Files.createTempDirectory("zitrack-clamd");
            var signatures = Stream.of(SampleFiles.eicar(), MARK.getBytes(StandardCharsets.UTF_8))
                    .map(HexFormat.of()::formatHex)
                    .toList();
            Files.write(
                    folder.resolve("test.ndb"),
                    List.of("Test.Eicar:0:*:" + signatures.get(0), "Test.Mark:0:*:" + signatures.get(1)));
            Files.write(
                    folder.resolve("clamd.conf"),
                    List.of(
                            "Foreground yes",
                            "DatabaseDirectory " + folder,
                            "TemporaryDirectory " + folder,
                            "TCPAddr 127.0.0.1",
                            "TCPSocket " + port,
                            "StreamMaxLength " + LARGEST_STREAM,
                            "SelfCheck 0",
                            "User " + System.getProperty("user.name")));
            var process = new ProcessBuilder(
                            program().orElseThrow().toString(), "--config-file=" + folder.resolve("clamd.conf"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            await().atMost(Duration.ofSeconds(60)).until(() -> listens(port) || !process.isAlive());
            if (!process.isAlive()) {
                throw new IllegalStateException("clamd does not start: " + Files.readString(folder.resolve("output")));
            }
            return new RunningClamd(process, folder, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it a new numbered database, as an update does, whose one signature finds a text; it reloads meanwhile. */
    void update(int number, String name, String text) {
        var signature = (name + ":0:*:" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        var title = "ClamAV-VDB:28 Nov 2026 10-00 +0000:" + number + ":1:90:";
        var about =
                title + "X:X:test:1795861439\ndaily.ndb:" + signature.length + ":" + hash("SHA-256", signature) + "\n";
        try {
            var packed = new ByteArrayOutputStream();
            try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(packed))) {
                put(tar, "COPYING", new byte[] {'-'});
                put(tar, "daily.info", about.getBytes(StandardCharsets.UTF_8));
                put(tar, "daily.ndb", signature);
            }
            var head = "%-512s".formatted(title + hash("MD5", packed.toByteArray()) + ":X:test:1795861439");
            var database = new ByteArrayOutputStream();
            database.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
            database.writeBytes(packed.toByteArray());
            Files.write(folder.resolve("daily.cud"), database.toByteArray());
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write("zRELOAD\0".getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static String hash(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }
}
