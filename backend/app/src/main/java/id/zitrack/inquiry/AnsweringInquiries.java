package id.zitrack.inquiry;

import id.zitrack.evidence.AskedEvidence;
import id.zitrack.identity.CurrentPerson;
import id.zitrack.platform.NotThere;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Closes what assessors asked for once the unit has brought it. */
@Component
class AnsweringInquiries implements AskedEvidence {
    private static final Logger log = LoggerFactory.getLogger(AnsweringInquiries.class);

    private static final int MOST_ATTEMPTS = 50;

    private final Inquiries inquiries;
    private final CurrentPerson current;
    private final Clock clock;

    AnsweringInquiries(Inquiries inquiries, CurrentPerson current, Clock clock) {
        this.inquiries = inquiries;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public boolean isAsked(UUID assessmentId, String code) {
        return !inquiries.openOn(assessmentId, code).isEmpty();
    }

    /** Closes the one inquiry that is open on a question; of several, only people can say which one is meant. */
    @Override
    public void brought(UUID assessmentId, String code, Brought evidence) {
        var open = inquiries.openOn(assessmentId, code);
        if (open.size() == 1) {
            try {
                answer(open.get(0).id(), evidence);
            } catch (InquiryClosed closedMeanwhile) {
                log.debug(
                        "Inquiry {} was closed at the same moment", open.get(0).id(), closedMeanwhile);
            }
        }
    }

    Inquiry answer(UUID id, Brought evidence) {
        var given = new Inquiry.Answer(
                evidence.evidenceId(),
                evidence.version(),
                current.id(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return change(id, it -> it.answer(given));
    }

    Inquiry withdraw(UUID id) {
        return change(id, it -> it.withdraw(current.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    void lose(UUID id, UUID evidenceId, String reason) {
        var lost = new Inquiry.Loss(evidenceId, reason, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        change(id, it -> it.lose(lost));
    }

    private Inquiry change(UUID id, Consumer<Inquiry> change) {
        for (int attempt = 1; ; attempt++) {
            var inquiry = inquiries.findById(id).orElseThrow(() -> new NotThere("inquiry", id));
            change.accept(inquiry);
            try {
                return inquiries.save(inquiry);
            } catch (OptimisticLockingFailureException changedMeanwhile) {
                if (attempt == MOST_ATTEMPTS) {
                    throw changedMeanwhile;
                }
            }
        }
    }
}
