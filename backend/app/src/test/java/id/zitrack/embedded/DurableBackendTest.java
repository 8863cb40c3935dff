package id.zitrack.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded document server under many writers at once, and without room. */
class DurableBackendTest {
    private static final int WRITERS = 8;
    private static final int ROUNDS = 150;

    @TempDir
    private Path folder;

    private MongoServer server;
    private MongoClient client;

    @BeforeEach
    void start() {
        start(0);
    }

    private void start(long reservedBytes) {
        server = new MongoServer(new DurableBackend(folder.resolve("test.mv"), reservedBytes));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, 32);
        client = MongoClients.create(
                "mongodb://127.0.0.1:" + server.getLocalAddress().getPort() + "/?retryWrites=false");
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    private MongoCollection<Document> things() {
        return client.getDatabase("test").getCollection("things");
    }

    @Test
    void noIncrementIsLostAndEachCallerSeesItsOwn() throws Exception {
        things().insertOne(new Document("_id", 1).append("n", 0));
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

        var seen = inParallel(() -> things().findOneAndUpdate(Filters.eq(1), Updates.inc("n", 1), after)
                .getInteger("n"));

        assertThat(seen).doesNotHaveDuplicates().hasSize(WRITERS * ROUNDS);
        assertThat(seen)
                .containsAll(IntStream.rangeClosed(1, WRITERS * ROUNDS).boxed().toList());
    }

    @Test
    void ofTwoWhoChangeTheSameRevisionOneLoses() throws Exception {
        things().insertOne(new Document("_id", 1).append("revision", 0).append("n", 0));

        var won = inParallel(() -> {
            while (true) {
                var before = things().find(Filters.eq(1)).first();
                var changed = new Document("_id", 1)
                        .append("revision", before.getInteger("revision") + 1)
                        .append("n", before.getInteger("n") + 1);
                var result = things().replaceOne(
                                Filters.and(Filters.eq(1), Filters.eq("revision", before.getInteger("revision"))),
                                changed);
                if (result.getMatchedCount() == 1) {
                    return 1;
                }
            }
        });

        assertThat(things().find(Filters.eq(1)).first().getInteger("n")).isEqualTo(won.size());
    }

    @Test
    void readersNeverSeeHalfAChange() throws Exception {
        things().insertOne(new Document("_id", 1).append("left", 0).append("right", 0));

        var differences = inParallel(() -> {
            things().updateOne(Filters.eq(1), Updates.combine(Updates.inc("left", 1), Updates.inc("right", 1)));
            var seen = things().find(Filters.eq(1)).first();
            return seen.getInteger("left") - seen.getInteger("right");
        });

        assertThat(differences).containsOnly(0);
    }

    @Test
    void everythingIsFoundAgainAfterACleanStop() {
        things().insertMany(IntStream.range(0, 500)
                .mapToObj(it -> new Document("_id", it).append("text", "number " + it))
                .toList());

        stop();
        start(0);

        assertThat(things().countDocuments()).isEqualTo(500);
        assertThat(things().find(Filters.eq(499)).first()).containsEntry("text", "number 499");
    }

    @Test
    void withoutRoomWritesAreRefusedAndReadsStillWork() {
        things().insertOne(new Document("_id", 1));
        stop();
        start(Long.MAX_VALUE);

        assertThatThrownBy(() -> things().insertOne(new Document("_id", 2)))
                .isInstanceOfSatisfying(
                        MongoException.class, it -> assertThat(it.getCode()).isEqualTo(14031));
        assertThat(things().countDocuments()).isEqualTo(1);
    }

    @Test
    void rewritingTheSameDocumentsDoesNotGrowTheFileWithoutEnd() throws Exception {
        things().insertMany(IntStream.range(0, 200)
                .mapToObj(it -> new Document("_id", it).append("text", "y".repeat(500)))
                .toList());

        inParallel(() ->
                things().updateMany(Filters.lt("_id", 5), Updates.inc("n", 1)).getModifiedCount());

        assertThat(Files.size(folder.resolve("test.mv"))).isLessThan(64L * 1024 * 1024);
    }

    private static <T> List<T> inParallel(Callable<T> work) throws Exception {
        var writers = Executors.newFixedThreadPool(WRITERS);
        try {
            var results = new ArrayList<T>();
            var tasks = IntStream.range(0, WRITERS * ROUNDS)
                    .<Callable<T>>mapToObj(it -> work)
                    .toList();
            for (var result : writers.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            writers.shutdown();
        }
    }
}
