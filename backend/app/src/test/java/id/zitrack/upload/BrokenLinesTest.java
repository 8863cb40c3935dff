package id.zitrack.upload;

import static id.zitrack.TestPeople.on;
import static id.zitrack.upload.TusCaller.newEvidence;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackApplication;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.platform.ObjectStore;
import id.zitrack.platform.ObjectStoreAddress;
import id.zitrack.platform.Settings;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusExecutor;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

/** Uploads over lines that break at any byte, to two replicas that share their stores. */
@ZiTrackTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenLinesTest {
    private static final int UPLOADS = 20;
    private static final int CUTS_EACH = 10;
    private static final int MOST_LOST = 64 * 1024;

    @Autowired
    private TestPeople people;

    @Autowired
    private MongoConnectionDetails documents;

    @Autowired
    private ObjectStoreAddress files;

    @Autowired
    private ObjectStore store;

    @Autowired
    private Settings settings;

    private ConfigurableApplicationContext secondReplica;
    private List<String> replicas = List.of();
    private UUID unit;
    private TestApi coordinator;

    @BeforeAll
    void aSecondReplicaOnTheSameStores() {
        secondReplica = new SpringApplicationBuilder(ZiTrackApplication.class)
                .run(
                        "--server.port=0",
                        "--zitrack.data=" + settings.data(),
                        "--zitrack.mongodb.uri=" + documents.getConnectionString(),
                        "--zitrack.s3.endpoint=" + files.endpoint(),
                        "--zitrack.s3.access-key=" + files.accessKey(),
                        "--zitrack.s3.secret-key=" + files.secretKey(),
                        "--zitrack.s3.bucket=" + files.bucket());
        replicas = List.of(
                people.origin(),
                "http://localhost:" + secondReplica.getEnvironment().getProperty("local.server.port"));
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
    }

    @AfterAll
    void stopIt() {
        secondReplica.close();
    }

    @Test
    void twoHundredInterruptedUploadsCompleteAndLoseAlmostNothing() throws Exception {
        var worst = new AtomicLong();
        var interruptions = new AtomicInteger();
        var senders = Executors.newFixedThreadPool(4);
        try {
            var work = new ArrayList<Callable<Void>>();
            for (int number = 0; number < UPLOADS; number++) {
                var random = new Random(number);
                var size = 300_000 + random.nextInt(number % 4 == 0 ? 12_000_000 : 1_500_000);
                var bytes = TusCaller.text(size, number);
                work.add(() -> upload(bytes, random, worst, interruptions));
            }
            for (var it : senders.invokeAll(work)) {
                it.get();
            }
        } finally {
            senders.shutdownNow();
        }

        assertThat(interruptions.get()).isGreaterThanOrEqualTo(UPLOADS * CUTS_EACH);
        assertThat(worst.get()).isLessThanOrEqualTo(MOST_LOST);
        assertThat(store.list(Upload.PLACE)).isEmpty();
        assertThat(coordinator
                        .get("/api/evidence?unit={unit}&q=putus&limit=100", unit)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(UPLOADS);
    }

    private Void upload(byte[] bytes, Random random, AtomicLong worst, AtomicInteger interruptions) throws Exception {
        var allowance = new AtomicLong();
        try (var line = new CuttingLine(replicas, allowance::get)) {
            var tus = new TusCaller(coordinator);
            var path = tus.begin(newEvidence("putus " + bytes.length + ".txt", unit), bytes.length);
            long offset = 0;
            for (int cut = 0; cut < CUTS_EACH; cut++) {
                var head = head(path, offset, bytes.length - offset);
                var most = Math.max(1, 2 * (bytes.length - offset) / (CUTS_EACH - cut + 1));
                allowance.set(head.length + random.nextLong(most));
                send(line, head, bytes, (int) offset);
                interruptions.incrementAndGet();

                var sent = offset + Math.max(0, line.passed() - head.length);
                offset = tus.at(replicas.get(random.nextInt(2))).offset(path);
                assertThat(offset).isLessThanOrEqualTo(sent);
                worst.accumulateAndGet(sent - offset, Math::max);
            }
            allowance.set(Long.MAX_VALUE);
            var rest = java.util.Arrays.copyOfRange(bytes, (int) offset, bytes.length);
            tus.at(line.origin()).patch(path, offset, rest).expect(204);
            TusCaller.assertHolds(tus.evidence(path), coordinator, bytes);
        }
        return null;
    }

    /** Sends until the line is cut. */
    private static void send(CuttingLine line, byte[] head, byte[] bytes, int offset) throws IOException {
        try (var socket = new Socket("localhost", line.port())) {
            try {
                socket.getOutputStream().write(head);
                socket.getOutputStream().write(bytes, offset, bytes.length - offset);
                socket.getInputStream().read();
            } catch (IOException cut) {
                // What this test is about.
            }
        }
    }

    private byte[] head(String path, long offset, long length) {
        return ("PATCH " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + coordinator.token()
                        + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: " + offset
                        + "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: " + length
                        + "\r\n\r\n")
                .getBytes(UTF_8);
    }

    @Test
    void aClientOfSomebodyElseGetsThroughTheSameLine() throws Exception {
        var bytes = TusCaller.text(9_000_000, 99);
        var random = new Random(7);
        try (var line = new CuttingLine(replicas, () -> 50_000 + random.nextInt(2_500_000))) {
            var client = new TusClient();
            client.setUploadCreationURL(
                    URI.create(line.origin() + "/api/uploads").toURL());
            client.setHeaders(Map.of("Authorization", "Bearer " + coordinator.token()));
            client.enableResuming(new TusURLMemoryStore());
            var upload = new TusUpload();
            upload.setSize(bytes.length);
            upload.setFingerprint("uji");
            upload.setMetadata(newEvidence("klien lain.txt", unit));
            var address = new String[1];
            var executor = new TusExecutor() {
                @Override
                protected void makeAttempt() throws io.tus.java.client.ProtocolException, IOException {
                    upload.setInputStream(new ByteArrayInputStream(bytes));
                    var uploader = client.resumeOrCreateUpload(upload);
                    address[0] = uploader.getUploadURL().getPath();
                    uploader.setChunkSize(64 * 1024);
                    uploader.setRequestPayloadSize(4 * 1024 * 1024);
                    while (uploader.uploadChunk() > -1) {
                        // Sends the next chunk.
                    }
                    uploader.finish();
                }
            };
            var delays = new int[60];
            java.util.Arrays.fill(delays, 100);
            executor.setDelays(delays);

            assertThat(executor.makeAttempts()).isTrue();

            assertThat(line.cuts()).isGreaterThanOrEqualTo(3);
            TusCaller.assertHolds(new TusCaller(coordinator).evidence(address[0]), coordinator, bytes);
        }
    }
}
