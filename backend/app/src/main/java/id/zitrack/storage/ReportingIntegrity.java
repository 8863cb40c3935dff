package id.zitrack.storage;

import id.zitrack.storage.IntegrityResponse.FileAlarm;
import id.zitrack.storage.IntegrityResponse.FileOrphan;
import id.zitrack.storage.IntegrityResponse.SweepFinished;
import id.zitrack.storage.IntegrityResponse.SweepRunning;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Tells an administrator what the sweep has found, naming no evidence that they may not know of. */
@Component
class ReportingIntegrity {
    private static final int MOST = 100;

    private final MongoTemplate mongo;
    private final SweepLease lease;
    private final FileReferences references;

    ReportingIntegrity(MongoTemplate mongo, SweepLease lease, FileReferences references) {
        this.mongo = mongo;
        this.lease = lease;
        this.references = references;
    }

    IntegrityResponse report() {
        var sweep = lease.read();
        return new IntegrityResponse(
                running(sweep),
                finished(sweep.last()),
                lease.next(sweep),
                mongo.estimatedCount(StoredFile.class),
                mongo.count(withheld(), RecordedFile.class),
                alarms(),
                mongo.estimatedCount(Orphan.class),
                mongo.find(new Query().with(Sort.by("_id")).limit(MOST), Orphan.class).stream()
                        .map(it -> new FileOrphan(it.kind(), it.id(), it.size(), it.seenAt()))
                        .toList());
    }

    private static @Nullable SweepRunning running(Sweep sweep) {
        var progress = sweep.running();
        if (progress != null) {
            return new SweepRunning(progress.startedAt(), progress.files(), progress.bytes());
        }
        return sweep.wantedAt() == null ? null : new SweepRunning(null, 0, 0);
    }

    private static @Nullable SweepFinished finished(Sweep.@Nullable Outcome last) {
        return last == null
                ? null
                : new SweepFinished(
                        last.startedAt(),
                        last.finishedAt(),
                        last.files(),
                        last.bytes(),
                        last.damaged(),
                        last.missing());
    }

    private List<FileAlarm> alarms() {
        return mongo.find(withheld().limit(MOST), RecordedFile.class).stream()
                .map(this::alarm)
                .sorted(Comparator.comparing(it -> it.uses().isEmpty()))
                .toList();
    }

    private static Query withheld() {
        return Query.query(
                Criteria.where("state").is(FileState.QUARANTINED).and("reason").is(Damage.REASON));
    }

    private FileAlarm alarm(RecordedFile file) {
        var uses = references.everywhere(file.sha256());
        var damage = file.damage();
        return new FileAlarm(
                file.sha256(),
                Objects.requireNonNullElse(file.size(), 0L),
                damage == null ? Damage.Kind.DAMAGED : damage.kind(),
                damage == null ? null : damage.at(),
                uses.known(),
                uses.hidden());
    }
}
