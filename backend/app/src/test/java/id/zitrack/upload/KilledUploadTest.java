package id.zitrack.upload;

import static id.zitrack.upload.TusCaller.newEvidence;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.KillableServer;
import id.zitrack.TestApi;
import id.zitrack.identity.Role;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed with SIGKILL while it receives an upload, and while it makes evidence of it. */
class KilledUploadTest {
    private static final int KILLS = 3;
    private static final String COORDINATOR = "koordinator@instansi.test";

    @Test
    void anUploadGoesOnAfterEachKillAndBecomesOneEvidence(@TempDir Path data) throws Exception {
        var bytes = TusCaller.text(24_000_000, 1);
        UUID unit;
        try (var server = KillableServer.start(data, List.of())) {
            unit = aUnitWithItsCoordinator(server.administrator());
        }
        var path = "";
        long arrived = 0;

        for (int kill = 1; kill <= KILLS; kill++) {
            try (var server = KillableServer.start(data, List.of(), COORDINATOR)) {
                var tus = new TusCaller(server.coordinator());
                path = path.isEmpty() ? tus.begin(newEvidence("besar.txt", unit), bytes.length) : path;
                long offset = tus.offset(path);
                assertThat(offset).isGreaterThanOrEqualTo(arrived);
                arrived = offset;
                // The last time everything is sent, so that the kill meets the one who makes evidence of it.
                var missing = (int) (bytes.length - offset);
                sendAndKill(server, path, bytes, (int) offset, kill == KILLS ? missing : missing / 2);
            }
        }

        try (var server = KillableServer.start(data, List.of(), COORDINATOR)) {
            var tus = new TusCaller(server.coordinator());
            long offset = tus.offset(path);
            assertThat(offset).isGreaterThanOrEqualTo(arrived);
            if (offset < bytes.length) {
                tus.patch(path, offset, java.util.Arrays.copyOfRange(bytes, (int) offset, bytes.length))
                        .expect(204);
            }
            TusCaller.assertHolds(tus.evidence(path), server.coordinator(), bytes);
            var listed =
                    server.coordinator().get("/api/evidence?unit={unit}", unit).json();
            assertThat(listed.path("items").size()).isEqualTo(1);
        }
    }

    /** Sends some bytes of a request that promises all the rest, and kills the server before it answers. */
    private static void sendAndKill(KillableServer server, String path, byte[] bytes, int offset, int count)
            throws IOException {
        var caller = server.coordinator();
        var address = URI.create(caller.origin());
        try (var line = new Socket(address.getHost(), address.getPort())) {
            var head = "PATCH " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + caller.token()
                    + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: " + offset
                    + "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: "
                    + (bytes.length - offset) + "\r\n\r\n";
            line.getOutputStream().write(head.getBytes(UTF_8));
            line.getOutputStream().write(bytes, offset, count);
            server.close();
        }
    }

    private static UUID aUnitWithItsCoordinator(TestApi administrator) {
        var unit = idOf(administrator.post(
                "/api/units", Map.of("name", "Dinas Uji", "shortName", "Dinas Uji", "kind", "dinas", "active", true)));
        var role = Map.of("role", Role.UNIT_COORDINATOR.name(), "unitId", unit, "areas", List.of());
        var person = Map.of(
                "name",
                "Ibu Koordinator",
                "email",
                COORDINATOR,
                "username",
                COORDINATOR,
                "active",
                true,
                "roles",
                List.of(role));
        var id = idOf(administrator.post("/api/people", person));
        administrator.post("/api/people/{id}/invitation", null, id).expect(200);
        return UUID.fromString(unit);
    }

    private static String idOf(TestApi.Answer created) {
        return created.expect(201).json().path("id").asString();
    }
}
