package id.zitrack.embedded;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells whether the other end of a connection over the loopback interface belongs to the user who runs this process.
 *
 * <p>The document server's protocol is spoken here without passwords, so another user of the same machine could come
 * in through the port. Linux lists the owner of every connection; elsewhere nobody is turned away, and
 * docs/embedded.md says so.
 */
final class LocalPeers {
    private static final Path TABLES = Path.of("/proc/net");
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int OWNER = 7;
    private static final long ROOT = 0;

    private LocalPeers() {}

    static boolean isAllowed(SocketAddress local, SocketAddress remote) {
        if (!(local instanceof InetSocketAddress here) || !(remote instanceof InetSocketAddress there)) {
            return false;
        }
        if (!there.getAddress().isLoopbackAddress()) {
            return false;
        }
        var self = self();
        if (self.isEmpty()) {
            return true;
        }
        var owner = ownerOf(there, here);
        return owner.isPresent() && (owner.get().equals(self.get()) || owner.get() == ROOT);
    }

    private static Optional<Long> self() {
        try {
            return Files.exists(TABLES.resolve("tcp"))
                    ? Optional.of(((Number) Files.getAttribute(Path.of("/proc/self"), "unix:uid")).longValue())
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** The owner of the connection that its own end sees as going from one address to the other. */
    static Optional<Long> ownerOf(InetSocketAddress from, InetSocketAddress to) {
        return Stream.of("tcp", "tcp6")
                .flatMap(LocalPeers::lines)
                .map(it -> it.strip().split("\\s+"))
                .filter(it -> it.length > OWNER)
                .filter(it -> isPort(it[LOCAL], from.getPort()) && isPort(it[REMOTE], to.getPort()))
                .filter(it -> isAddress(it[LOCAL], from.getAddress()))
                .map(it -> Long.valueOf(it[OWNER]))
                .findFirst();
    }

    private static Stream<String> lines(String table) {
        try {
            return Files.readAllLines(TABLES.resolve(table)).stream().skip(1);
        } catch (IOException e) {
            return Stream.of();
        }
    }

    private static boolean isPort(String field, int port) {
        return field.endsWith(String.format(Locale.ROOT, ":%04X", port));
    }

    /** An IPv4 address stands there with its bytes reversed, also as the end of the IPv6 address that wraps it. */
    private static boolean isAddress(String field, InetAddress address) {
        var name = field.substring(0, field.indexOf(':'));
        if (!(address instanceof Inet4Address)) {
            return name.length() > 8;
        }
        var bytes = address.getAddress();
        var reversed = new byte[] {bytes[3], bytes[2], bytes[1], bytes[0]};
        return name.endsWith(HexFormat.of().withUpperCase().formatHex(reversed));
    }
}
