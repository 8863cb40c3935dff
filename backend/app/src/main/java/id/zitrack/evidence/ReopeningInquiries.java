package id.zitrack.evidence;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import id.zitrack.identity.Stage;
import id.zitrack.platform.DomainProblem;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Opens requests again whose answer is lost: the file was withheld, or the evidence removed.
 *
 * <p>Withheld files are looked at again and again, so that it does not matter which check or replica found them, or
 * whether it was killed after that. Removing evidence reopens at once; what a kill leaves undone is done at the start.
 */
@Component
class ReopeningInquiries {
    static final String REMOVED = "removed";

    private static final Logger log = LoggerFactory.getLogger(ReopeningInquiries.class);
    private static final Set<Stage> OVER = Set.of(Stage.ACCEPTED, Stage.CLOSED);
    private static final int BATCH = 200;

    private final MongoTemplate mongo;
    private final Inquiries inquiries;
    private final AnsweringInquiries answering;
    private final EvidenceRecords records;
    private final StoredFiles files;
    private final FileUses uses;
    private final Sheets sheets;
    private boolean hasLookedAtAll;

    ReopeningInquiries(
            MongoTemplate mongo,
            Inquiries inquiries,
            AnsweringInquiries answering,
            EvidenceRecords records,
            StoredFiles files,
            FileUses uses,
            Sheets sheets) {
        this.mongo = mongo;
        this.inquiries = inquiries;
        this.answering = answering;
        this.records = records;
        this.files = files;
        this.uses = uses;
        this.sheets = sheets;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            if (!hasLookedAtAll) {
                lookAtAll();
                hasLookedAtAll = true;
            }
            var withheld = mongo.find(query(where("state").is(FileState.QUARANTINED)), StoredFile.class).stream()
                    .map(StoredFile::sha256)
                    .toList();
            reopenAnsweredWith(uses.having(withheld).stream().map(Evidence::id).toList());
        } catch (DomainProblem | DataAccessException e) {
            log.warn("Requests whose answer is lost are opened later: {}", e.getMessage());
        }
    }

    /** Opens those that were answered with one of these pieces of evidence, as far as it is lost. */
    void reopenAnsweredWith(Collection<UUID> evidenceIds) {
        if (evidenceIds.isEmpty()) {
            return;
        }
        var answered = inquiries.answeredWith(evidenceIds);
        if (answered.isEmpty()) {
            return;
        }
        var evidence = records
                .findAllById(answered.stream()
                        .map(it -> Objects.requireNonNull(it.answer()).evidenceId())
                        .collect(toSet()))
                .stream()
                .collect(toMap(Evidence::id, identity()));
        for (var inquiry : answered) {
            var id = Objects.requireNonNull(inquiry.answer()).evidenceId();
            Optional.ofNullable(evidence.get(id))
                    .flatMap(this::lossOf)
                    .filter(it -> isInHand(inquiry))
                    .ifPresent(it -> {
                        log.info("Request {} is open again: its answer is lost ({})", inquiry.id(), it);
                        answering.lose(inquiry.id(), id, it);
                    });
        }
    }

    void lookAtAll() {
        try (var answered = inquiries.answered()) {
            var batch = new HashSet<UUID>();
            var each = answered.iterator();
            while (each.hasNext()) {
                batch.add(Objects.requireNonNull(each.next().answer()).evidenceId());
                if (batch.size() == BATCH) {
                    reopenAnsweredWith(batch);
                    batch.clear();
                }
            }
            reopenAnsweredWith(batch);
        }
    }

    /** Why the evidence answers nothing any more; empty while it does. */
    private Optional<String> lossOf(Evidence evidence) {
        if (evidence.isRemoved()) {
            return Optional.of(REMOVED);
        }
        return files.findById(evidence.current().sha256())
                .filter(it -> it.state() == FileState.QUARANTINED)
                .map(it -> Objects.requireNonNullElse(it.reason(), Damage.REASON));
    }

    private boolean isInHand(Inquiry inquiry) {
        return sheets.find(inquiry.assessmentId())
                .filter(it -> !OVER.contains(it.assessment().stage()))
                .isPresent();
    }
}
