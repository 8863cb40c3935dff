package id.zitrack.inquiry;

import id.zitrack.evidence.EvidenceRemoved;
import id.zitrack.evidence.LostEvidence;
import id.zitrack.evidence.Sheets;
import id.zitrack.platform.DomainProblem;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
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
    private static final Logger log = LoggerFactory.getLogger(ReopeningInquiries.class);
    private static final int BATCH = 200;

    private final Inquiries inquiries;
    private final AnsweringInquiries answering;
    private final LostEvidence lost;
    private final Sheets sheets;
    private boolean hasLookedAtAll;

    ReopeningInquiries(Inquiries inquiries, AnsweringInquiries answering, LostEvidence lost, Sheets sheets) {
        this.inquiries = inquiries;
        this.answering = answering;
        this.lost = lost;
        this.sheets = sheets;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            if (!hasLookedAtAll) {
                lookAtAll();
                hasLookedAtAll = true;
            }
            reopenAnsweredWith(lost.withheld());
        } catch (DomainProblem | DataAccessException e) {
            log.warn("Requests whose answer is lost are opened later: {}", e.getMessage());
        }
    }

    @EventListener
    void on(EvidenceRemoved removed) {
        reopenAnsweredWith(List.of(removed.evidenceId()));
    }

    /** Opens those that were answered with one of these pieces of evidence, as far as it is lost. */
    private void reopenAnsweredWith(Collection<UUID> evidenceIds) {
        if (evidenceIds.isEmpty()) {
            return;
        }
        var answered = inquiries.answeredWith(evidenceIds);
        if (answered.isEmpty()) {
            return;
        }
        var reasons =
                lost.among(answered.stream().map(ReopeningInquiries::evidenceOf).collect(Collectors.toSet()));
        for (var inquiry : answered) {
            var evidence = evidenceOf(inquiry);
            var reason = reasons.get(evidence);
            if (reason != null && isInHand(inquiry)) {
                log.info("Request {} is open again: its answer is lost ({})", inquiry.id(), reason);
                answering.lose(inquiry.id(), evidence, reason);
            }
        }
    }

    void lookAtAll() {
        try (var answered = inquiries.answered()) {
            var batch = new HashSet<UUID>();
            var each = answered.iterator();
            while (each.hasNext()) {
                batch.add(evidenceOf(each.next()));
                if (batch.size() == BATCH) {
                    reopenAnsweredWith(batch);
                    batch.clear();
                }
            }
            reopenAnsweredWith(batch);
        }
    }

    private static UUID evidenceOf(Inquiry answered) {
        return Objects.requireNonNull(answered.answer()).evidenceId();
    }

    private boolean isInHand(Inquiry inquiry) {
        return sheets.find(inquiry.assessmentId())
                .filter(it -> it.assessment().stage().isInHand())
                .isPresent();
    }
}
