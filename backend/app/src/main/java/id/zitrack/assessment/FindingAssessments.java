package id.zitrack.assessment;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import id.zitrack.identity.Stage;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.scoring.Scoring;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Reads assessments: one whole, or many as lines without their answers. */
@Component
class FindingAssessments implements AssessmentLookup {
    private final Assessments assessments;
    private final Instruments instruments;
    private final Deadlines deadlines;
    private final MongoOperations store;

    FindingAssessments(Assessments assessments, Instruments instruments, Deadlines deadlines, MongoOperations store) {
        this.assessments = assessments;
        this.instruments = instruments;
        this.deadlines = deadlines;
        this.store = store;
    }

    @Override
    public Optional<AssessmentView> find(UUID id) {
        return assessments
                .findById(id)
                .map(Assessment::view)
                .map(it -> deadlines.lockedSince(it) == null ? it : it.locked());
    }

    @Override
    public Optional<AssessmentLine> ofUnit(UUID unitId, UUID periodId) {
        return lines(where("_id").is(Assessment.idFor(unitId, periodId))).stream()
                .findFirst();
    }

    @Override
    public List<AssessmentLine> ofPeriod(UUID periodId) {
        return lines(where("periodId").is(periodId));
    }

    @Override
    public List<AssessmentLine> ofInstitution(UUID institutionId) {
        return lines(where("institutionId").is(institutionId));
    }

    @Override
    public List<AssessmentLine> lines(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : lines(where("_id").in(ids));
    }

    private List<AssessmentLine> lines(Criteria which) {
        return store.query(Assessment.class).as(Stored.class).matching(query(which)).all().stream()
                .map(Stored::line)
                .map(this::underCurrentThresholds)
                .toList();
    }

    /** An institution may set thresholds after an answer was given; its lines are then judged again from the answers. */
    private AssessmentLine underCurrentThresholds(AssessmentLine line) {
        var instrument = instruments.get(line.instrument(), line.institutionId());
        return line.standing().isCurrentFor(instrument)
                ? line
                : assessments
                        .findById(line.id())
                        .map(it -> {
                            it.stand(Standing.of(instrument, Scoring.score(instrument, it.values())));
                            return it.line();
                        })
                        .orElse(line);
    }

    /** What is read of an assessment for a line. */
    record Stored(
            UUID id,
            @Nullable Long version,
            UUID institutionId,
            UUID unitId,
            UUID periodId,
            String instrumentId,
            String instrumentVersion,
            Stage stage,
            long answersRevision,
            Standing standing,
            @Nullable LocalDate due,
            @Nullable Instant submittedAt,
            Instant updatedAt) {

        AssessmentLine line() {
            return new AssessmentLine(
                    id,
                    institutionId,
                    unitId,
                    periodId,
                    new InstrumentKey(instrumentId, instrumentVersion),
                    stage,
                    version == null ? 0 : version,
                    answersRevision,
                    standing,
                    due,
                    submittedAt,
                    updatedAt);
        }
    }
}
