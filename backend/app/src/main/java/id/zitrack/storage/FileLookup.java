package id.zitrack.storage;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import id.zitrack.inspection.Content;
import id.zitrack.platform.NotThere;
import id.zitrack.platform.ObjectStore;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Finds stored files and opens them for other rooms; who may open which is for those to say. */
@Component
public class FileLookup {
    private final StoredFiles files;
    private final MongoTemplate mongo;
    private final ObjectStore store;
    private final Damage damage;

    FileLookup(StoredFiles files, MongoTemplate mongo, ObjectStore store, Damage damage) {
        this.files = files;
        this.mongo = mongo;
        this.store = store;
        this.damage = damage;
    }

    public Optional<StoredFile> find(String sha256) {
        return files.findById(sha256);
    }

    /** The files with these hashes, by hash; those that are not recorded are left out. */
    public Map<String, StoredFile> find(Collection<String> sha256s) {
        return sha256s.isEmpty()
                ? Map.of()
                : files.findAllById(sha256s.stream().distinct().toList()).stream()
                        .collect(toMap(StoredFile::sha256, identity()));
    }

    /** The hashes of all files in this state. */
    public List<String> inState(FileState state) {
        return mongo.find(Query.query(Criteria.where("state").is(state)), StoredFile.class).stream()
                .map(StoredFile::sha256)
                .toList();
    }

    /** The hashes of files in this state, as many as asked for. */
    public List<String> inState(FileState state, int most) {
        return mongo.find(Query.query(Criteria.where("state").is(state)).limit(most), StoredFile.class).stream()
                .map(StoredFile::sha256)
                .toList();
    }

    /**
     * A file that can be opened now.
     *
     * @throws NotThere if it is not recorded
     * @throws FileNotAvailable if it is still checked, withheld or rejected
     */
    public StoredFile requireAvailable(String sha256) {
        var file = find(sha256).orElseThrow(() -> new NotThere("file", sha256));
        if (!file.isAvailable()) {
            throw new FileNotAvailable(sha256, file.state(), file.reason());
        }
        return file;
    }

    /**
     * The bytes of a file, hashed on their way out; the caller closes the stream. One whose bytes are damaged or lost is
     * withheld from then on.
     */
    public VerifiedStream open(StoredFile file) {
        return new VerifiedStream(damage.watch(file, () -> store.get(file.key())), file, damage);
    }

    /** Some of the bytes of a file, which are not hashed; the caller closes the stream. */
    public InputStream openRange(StoredFile file, long start, long length) {
        return damage.watch(file, () -> store.getRange(file.key(), start, length));
    }

    /** The bytes of a file for reading here and there. */
    public Content content(StoredFile file) {
        return new StoredContent(store, file.key(), file.size());
    }

    /** Reads here and there in a file; one whose bytes turn out to be lost is withheld from then on. */
    public <T> T read(StoredFile file, Function<Content, T> reading) {
        return damage.watch(file, () -> reading.apply(content(file)));
    }

    /**
     * Whether the store holds a file of this size, without reading it. One that it does not hold is withheld from then
     * on.
     */
    public boolean isStored(String sha256, long size) {
        var stored = store.size(StoredFile.key(sha256));
        if (stored.filter(it -> it == size).isPresent()) {
            return true;
        }
        find(sha256).ifPresent(it -> damage.found(it, stored.isEmpty() ? Damage.Kind.MISSING : Damage.Kind.DAMAGED));
        return false;
    }
}
