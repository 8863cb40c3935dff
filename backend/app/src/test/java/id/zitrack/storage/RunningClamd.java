package id.zitrack.storage;

import static org.awaitility.Awaitility.await;

import id.zitrack.inspection.SampleFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A real clamd with two signatures made here: the test virus, and the word {@link #MARK}. */
public final class RunningClamd implements AutoCloseable {
    /** What makes a text infected in tests. */
    public static final String MARK = "zitrack-malware-test-mark";

    /** Larger streams are refused by this clamd. */
    static final int LARGEST_STREAM = 1024 * 1024;

    private final Process process;
    private final Path folder;

    private RunningClamd(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
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
            return new RunningClamd(process, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
