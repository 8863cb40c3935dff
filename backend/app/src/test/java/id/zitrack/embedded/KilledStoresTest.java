package id.zitrack.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.MinioException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stores are killed with SIGKILL while they are written to: whatever they had acknowledged is there afterwards. */
class KilledStoresTest {
    private static final int KILLS = 20;
    private static final int WRITERS = 4;
    private static final int SECONDS_TO_START = 60;

    private final Set<String> acknowledgedDocuments = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> acknowledgedFiles = new ConcurrentHashMap<>();
    private final AtomicLong acknowledgedIncrements = new AtomicLong();
    private final AtomicLong attemptedIncrements = new AtomicLong();

    /** A running process with both stores, and clients of it. */
    private record Stores(Process process, MongoClient mongo, MinioClient files) implements AutoCloseable {
        MongoCollection<Document> collection(String name) {
            return mongo.getDatabase("zitrack")
                    .getCollection(name)
                    .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            process.waitFor();
        }

        @Override
        public void close() throws InterruptedException {
            kill();
            mongo.close();
        }
    }

    @Test
    void everythingAcknowledgedSurvivesTwentyKills(@TempDir Path data) throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            try (var stores = start(data)) {
                if (kill == 0) {
                    prepare(stores);
                } else {
                    checkCounts(stores);
                }
                writeUntilKilled(stores, kill);
            }
        }

        try (var stores = start(data)) {
            checkCounts(stores);
            checkEveryDocumentAndFile(stores);
        }
        assertThat(acknowledgedDocuments).hasSizeGreaterThan(KILLS * 10);
        assertThat(acknowledgedFiles).hasSizeGreaterThan(KILLS);
    }

    private void prepare(Stores stores) throws MinioException {
        stores.collection("entries").createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
        stores.collection("counters").insertOne(new Document("_id", "one").append("n", 0L));
        if (!stores.files()
                .bucketExists(BucketExistsArgs.builder().bucket("zitrack").build())) {
            stores.files().makeBucket(MakeBucketArgs.builder().bucket("zitrack").build());
        }
    }

    private void writeUntilKilled(Stores stores, int kill) throws InterruptedException {
        var writers = Executors.newFixedThreadPool(WRITERS + 2);
        var documents = new Semaphore(0);
        var files = new Semaphore(0);
        var next = new AtomicInteger();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.execute(() -> untilItFails(() -> {
                var id = kill + "-" + next.incrementAndGet();
                stores.collection("entries")
                        .insertOne(new Document("_id", id)
                                .append("key", "key " + id)
                                .append("text", "x".repeat(300)));
                acknowledgedDocuments.add(id);
                documents.release();
            }));
        }
        writers.execute(() -> untilItFails(() -> {
            attemptedIncrements.incrementAndGet();
            stores.collection("counters").updateOne(Filters.eq("one"), Updates.inc("n", 1L));
            acknowledgedIncrements.incrementAndGet();
        }));
        writers.execute(() -> untilItFails(() -> {
            var id = kill + "-" + next.incrementAndGet();
            var bytes = contentOf(id);
            stores.files()
                    .putObject(PutObjectArgs.builder()
                            .bucket("zitrack")
                            .object(id)
                            .data(bytes, bytes.length)
                            .build());
            acknowledgedFiles.put(id, bytes.length);
            files.release();
        }));
        // Each kill comes in the middle of the writing, after a different number of writes to both stores.
        assertThat(documents.tryAcquire(20 + kill * 7 % 40, 60, TimeUnit.SECONDS))
                .isTrue();
        assertThat(files.tryAcquire(1 + kill % 3, 60, TimeUnit.SECONDS)).isTrue();
        stores.kill();
        writers.shutdown();
        assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private void checkCounts(Stores stores) {
        assertThat(stores.collection("entries").countDocuments()).isGreaterThanOrEqualTo(acknowledgedDocuments.size());
        var increments = stores.collection("counters")
                .find(Filters.eq("one"))
                .map(it -> it.getLong("n"))
                .first();
        assertThat(increments).isBetween(acknowledgedIncrements.get(), attemptedIncrements.get());
    }

    private void checkEveryDocumentAndFile(Stores stores) throws IOException, MinioException {
        var entries = stores.collection("entries");
        var found = entries.find().map(it -> it.getString("_id")).into(new ArrayList<>());
        assertThat(found).containsAll(acknowledgedDocuments).doesNotHaveDuplicates();
        for (var id : found) {
            // By the unique index, not by the document: neither is torn from the other.
            assertThat(entries.find(Filters.eq("key", "key " + id)).first())
                    .as(id)
                    .isNotNull();
        }
        for (var id : acknowledgedFiles.keySet()) {
            try (var content = stores.files()
                    .getObject(
                            GetObjectArgs.builder().bucket("zitrack").object(id).build())) {
                assertThat(content.readAllBytes()).as(id).isEqualTo(contentOf(id));
            }
        }
    }

    private static byte[] contentOf(String id) {
        return (id + " ").repeat(4_000).getBytes(StandardCharsets.UTF_8);
    }

    private interface Write {
        void run() throws MinioException;
    }

    private static void untilItFails(Write write) {
        while (true) {
            try {
                write.run();
            } catch (MongoException | MinioException | IllegalStateException e) {
                return;
            }
        }
    }

    private static Stores start(Path data) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-Dlogging.level.root=error",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForkedStores.class.getName(),
                        data.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var line = output.readLine();
        while (line != null && !line.startsWith("ready ")) {
            line = output.readLine();
        }
        assertThat(line).as("the stores start again after a kill").isNotNull();
        var words = String.valueOf(line).split(" ");
        var files = MinioClient.builder()
                .endpoint(words[2])
                .credentials("zitrack", words[3])
                .region("us-east-1")
                .build();
        files.setTimeout(SECONDS_TO_START * 1_000L, SECONDS_TO_START * 1_000L, SECONDS_TO_START * 1_000L);
        return new Stores(
                process, MongoClients.create(words[1] + "?retryWrites=false&serverSelectionTimeoutMS=3000"), files);
    }
}
