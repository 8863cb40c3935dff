package id.zitrack.evidence;

import id.zitrack.evidence.IntegrityResponse.FileAlarm;
import id.zitrack.evidence.IntegrityResponse.FileOrphan;
import id.zitrack.evidence.IntegrityResponse.FileUse;
import id.zitrack.evidence.IntegrityResponse.SweepFinished;
import id.zitrack.evidence.IntegrityResponse.SweepRunning;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.organization.UnitView;
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
    private final EvidenceRecords records;
    private final SweepLease lease;
    private final Readers readers;
    private final OrganizationLookup organization;
    private final CurrentPerson current;

    ReportingIntegrity(
            MongoTemplate mongo,
            EvidenceRecords records,
            SweepLease lease,
            Readers readers,
            OrganizationLookup organization,
            CurrentPerson current) {
        this.mongo = mongo;
        this.records = records;
        this.lease = lease;
        this.readers = readers;
        this.organization = organization;
        this.current = current;
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
        var all = records.withFile(file.sha256());
        var known = all.stream()
                .filter(it -> it.institutionId().equals(current.institutionId()) && readers.include(it))
                .map(it -> use(it, file.sha256()))
                .toList();
        var damage = file.damage();
        return new FileAlarm(
                file.sha256(),
                Objects.requireNonNullElse(file.size(), 0L),
                damage == null ? Damage.Kind.DAMAGED : damage.kind(),
                damage == null ? null : damage.at(),
                known,
                all.size() - known.size());
    }

    private FileUse use(Evidence evidence, String sha256) {
        var version = evidence.versions().stream()
                .filter(it -> it.sha256().equals(sha256))
                .findFirst()
                .orElseThrow();
        return new FileUse(
                evidence.id(),
                evidence.details().title(),
                version.fileName(),
                evidence.unitId(),
                organization.unit(evidence.unitId()).map(UnitView::name).orElse(""));
    }
}
