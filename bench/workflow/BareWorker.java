package id.zitrack.bench.workflow;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import io.minio.PutObjectArgs;
import io.minio.MinioClient;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/**
 * The same shares of work straight on the stores: a document is read and replaced where a person would change an answer
 * or a verdict, read where they would read a sheet, fifty are read where they would read a list, and a file is put with
 * two documents about it where they would bring evidence. No rights, rules, scores or screens.
 *
 * @param own the document this worker changes
 * @param listed what a list shows
 */
record BareWorker(
        MongoDatabase documents,
        MinioClient files,
        String bucket,
        String collection,
        Object own,
        List<Object> listed,
        int writes,
        int uploads,
        int sheets,
        int lists)
        implements Crew.Worker {

    @Override
    public List<Crew.Task> tasks() {
        return List.of(
                new Crew.Task(writes, true, this::change),
                new Crew.Task(uploads, true, this::upload),
                new Crew.Task(sheets, false, this::read),
                new Crew.Task(lists, false, this::list));
    }

    private void change() {
        var collected = documents.getCollection(collection);
        var found = collected.find(eq("_id", own)).first();
        found.put("ukur", System.nanoTime());
        collected.replaceOne(eq("_id", own), found);
    }

    private void read() {
        documents.getCollection(collection).find(eq("_id", own)).first();
    }

    private void list() {
        documents.getCollection(collection).find(in("_id", listed)).forEach(it -> {});
    }

    private void upload() throws Exception {
        var bytes = new byte[40_000];
        var id = UUID.randomUUID();
        files.putObject(PutObjectArgs.builder()
                .bucket(bucket)
                .object("ukur/" + id)
                .stream(new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                .build());
        documents.getCollection("ukur-files").insertOne(new Document("_id", id));
        documents.getCollection("ukur-evidence").insertOne(new Document("_id", id));
    }
}
