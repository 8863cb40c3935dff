package id.zitrack.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Who may come in over the loopback interface. */
class LocalPeersTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void ownConnectionIsAllowed() throws IOException {
        try (var server = new ServerSocket(0, 1, LOOPBACK);
                var client = new Socket(LOOPBACK, server.getLocalPort());
                var accepted = server.accept()) {
            assertThat(client.isConnected()).isTrue();
            assertThat(LocalPeers.isAllowed(accepted.getLocalSocketAddress(), accepted.getRemoteSocketAddress()))
                    .isTrue();
        }
    }

    @Test
    void connectionThatNobodyOwnsIsNot() {
        assumeThat(Files.exists(Path.of("/proc/net/tcp"))).isTrue();

        assertThat(LocalPeers.isAllowed(new InetSocketAddress(LOOPBACK, 2), new InetSocketAddress(LOOPBACK, 3)))
                .isFalse();
    }

    @Test
    void connectionFromAnotherMachineIsNot() throws IOException {
        var elsewhere = new InetSocketAddress(InetAddress.getByName("192.0.2.7"), 40_000);

        assertThat(LocalPeers.isAllowed(new InetSocketAddress(LOOPBACK, 2), elsewhere))
                .isFalse();
    }
}
