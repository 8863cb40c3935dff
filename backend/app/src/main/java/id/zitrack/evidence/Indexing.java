package id.zitrack.evidence;

import id.zitrack.inspection.FileType;
import id.zitrack.reading.FileTextLookup;
import id.zitrack.reading.Words;
import id.zitrack.storage.FileLookup;
import id.zitrack.storage.StoredFile;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveEvent;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Keeps what search reads in step with the evidence: the description at once, the text of the file a little later.
 *
 * <p>Everything here can be made anew. What a killed process left undone is found at the next start, so a failure is
 * noted and never stands in the way of whoever saves evidence.
 */
@Component
class Indexing extends AbstractMongoEventListener<Evidence> {
    private static final Logger log = LoggerFactory.getLogger(Indexing.class);

    /** Different words kept of one piece of evidence; those of the description come first. */
    static final int MOST_WORDS = 800;

    private static final int BATCH = 500;
    private static final int LOOK_AGAIN_SECONDS = 60;

    private final MongoTemplate mongo;
    private final EvidenceRecords records;
    private final FileLookup files;
    private final FileTextLookup texts;
    private final FileUses uses;
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "evidence-index");
        thread.setDaemon(true);
        return thread;
    });

    Indexing(MongoTemplate mongo, EvidenceRecords records, FileLookup files, FileTextLookup texts, FileUses uses) {
        this.mongo = mongo;
        this.records = records;
        this.files = files;
        this.texts = texts;
        this.uses = uses;
    }

    @Override
    public void onAfterSave(AfterSaveEvent<Evidence> saved) {
        try {
            index(saved.getSource());
        } catch (RuntimeException e) {
            log.warn(
                    "Search does not know the newest state of {} yet: {}",
                    saved.getSource().id(),
                    e.getMessage());
        }
    }

    /** Makes the copy for search anew. */
    void index(Evidence evidence) {
        var byId = Query.query(Criteria.where("_id").is(evidence.id()));
        if (evidence.isRemoved()) {
            mongo.remove(byId, EvidenceWords.class);
            return;
        }
        var sha256 = evidence.current().sha256();
        var text = texts.find(sha256);
        var isPending = text.isEmpty() && readable(evidence.current().mediaType());
        mongo.save(new EvidenceWords(
                evidence.id(),
                evidence.lock(),
                evidence.institutionId(),
                evidence.unitId(),
                evidence.createdAt(),
                evidence.details().docType(),
                evidence.links().stream().map(Evidence.Link::code).distinct().toList(),
                evidence.links().stream()
                        .map(Evidence.Link::assessmentId)
                        .distinct()
                        .toList(),
                words(evidence, text.orElse("")),
                isPending));
        if (isPending) {
            want(sha256);
        }
    }

    private static boolean readable(String mediaType) {
        return FileType.ofMediaType(mediaType).filter(FileTextLookup::reads).isPresent();
    }

    static List<String> words(Evidence evidence, String text) {
        var details = evidence.details();
        var words = new LinkedHashSet<String>();
        var described = Stream.concat(
                        Stream.of(
                                details.title(),
                                details.number(),
                                details.signer(),
                                details.note(),
                                evidence.current().fileName()),
                        evidence.links().stream().map(Evidence.Link::code))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" \n"));
        words.addAll(Words.compounds(described));
        Words.collect(described, words, MOST_WORDS);
        Words.collect(text, words, MOST_WORDS);
        return List.copyOf(words);
    }

    private void want(String sha256) {
        if (wanted.add(sha256)) {
            try {
                worker.execute(() -> read(sha256));
            } catch (RejectedExecutionException stopping) {
                wanted.remove(sha256);
            }
        }
    }

    private void read(String sha256) {
        wanted.remove(sha256);
        try {
            readText(sha256);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("The text of {} is read later: {}", sha256, e.getMessage());
        }
    }

    /** Reads the text of one file that may be opened, once, and gives it to all evidence that has the file. */
    void readText(String sha256) throws InterruptedException {
        @Nullable
        StoredFile file = files.find(sha256).filter(StoredFile::isAvailable).orElse(null);
        if (file == null) {
            return;
        }
        texts.read(file);
        having(sha256).forEach(this::index);
    }

    private List<Evidence> having(String sha256) {
        var use = mongo.findById(sha256, FileUse.class);
        return use == null
                ? List.of()
                : records.findAllById(use.evidence()).stream()
                        .filter(it -> it.current().sha256().equals(sha256))
                        .toList();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        worker.execute(this::catchUp);
        worker.scheduleWithFixedDelay(this::lookAgain, LOOK_AGAIN_SECONDS, LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    /** Finds evidence whose copy is missing or too old. */
    void catchUp() {
        try {
            var all = new Query();
            all.fields().include("_id", "lock", "removal");
            var batch = new ArrayList<Known>();
            try (var known = mongo.stream(all, Known.class, mongo.getCollectionName(Evidence.class))) {
                known.forEach(it -> {
                    batch.add(it);
                    if (batch.size() == BATCH) {
                        catchUp(batch);
                        batch.clear();
                    }
                });
            }
            catchUp(batch);
            lookAgain();
        } catch (RuntimeException e) {
            log.warn("Search is made current later: {}", e.getMessage());
        }
    }

    private record Known(
            UUID id, @Nullable Long lock, @Nullable Object removal) {}

    private void catchUp(Collection<Known> batch) {
        var ids = batch.stream().map(Known::id).toList();
        var query = Query.query(Criteria.where("_id").in(ids));
        query.fields().include("_id", "lock");
        var copies = mongo.find(query, Known.class, mongo.getCollectionName(EvidenceWords.class)).stream()
                .collect(Collectors.toMap(Known::id, it -> Objects.requireNonNullElse(it.lock(), -1L)));
        for (var it : batch) {
            var isCurrent = it.removal() == null
                    ? Objects.equals(it.lock(), copies.get(it.id()))
                    : !copies.containsKey(it.id());
            if (!isCurrent) {
                records.findById(it.id()).ifPresent(this::index);
            }
        }
    }

    /** Reads the files that could not be opened yet when their evidence came. */
    private void lookAgain() {
        try {
            var query = Query.query(Criteria.where("pending").is(true));
            query.fields().include("_id");
            var ids = mongo.find(query, Known.class, mongo.getCollectionName(EvidenceWords.class)).stream()
                    .map(Known::id)
                    .toList();
            records.findAllById(ids).forEach(it -> want(it.current().sha256()));
        } catch (RuntimeException e) {
            log.warn("Files without text are looked at later: {}", e.getMessage());
        }
    }
}
