package id.zitrack.evidence;

import id.zitrack.quota.LimitingUploads;
import id.zitrack.storage.DiscardingFiles;
import id.zitrack.storage.KeepingTask;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Lets the bytes of destroyed evidence go, unless another record needs them. */
@Component
class DiscardingPurged implements KeepingTask {
    private static final int MOST_AT_ONCE = 100;

    private final MongoTemplate mongo;
    private final DiscardingFiles files;
    private final LimitingUploads limits;
    private final ChangingEvidence changing;
    private final Clock clock;

    DiscardingPurged(
            MongoTemplate mongo,
            DiscardingFiles files,
            LimitingUploads limits,
            ChangingEvidence changing,
            Clock clock) {
        this.mongo = mongo;
        this.files = files;
        this.limits = limits;
        this.changing = changing;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "Discarding destroyed files";
    }

    /** Takes the next step with everything that waits for one. */
    @Override
    public void run() {
        run(clock.instant());
    }

    void run(Instant now) {
        var query = Query.query(Criteria.where("purge.done").is(false)).limit(MOST_AT_ONCE);
        query.fields().include("versions.sha256", "purge");
        for (var evidence : mongo.find(query, NamedFiles.class)) {
            var hashes = evidence.versions().stream()
                    .map(NamedFiles.Named::sha256)
                    .distinct()
                    .toList();
            // Every file takes its step, also when an earlier one is not done.
            var isDone = hashes.stream()
                            .filter(it -> files.discard(it, now, this::isNeeded))
                            .count()
                    == hashes.size();
            if (isDone) {
                finish(evidence.id());
            }
        }
    }

    private boolean isNeeded(String sha256) {
        return mongo.exists(
                Query.query(Criteria.where("versions.sha256")
                        .is(sha256)
                        .and("purge")
                        .is(null)),
                NamedFiles.class);
    }

    private void finish(UUID evidenceId) {
        changing.change(evidenceId, Evidence::isPurged, evidence -> {
            evidence.purged();
            return true;
        });
        limits.countAnew();
    }
}
