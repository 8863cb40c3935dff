package id.zitrack.evidence;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.platform.Recording;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Offers of evidence, of an earlier year or another instrument, that somebody has found not to bear on a question. */
@RestController
@RequestMapping("/api/assessments/{id}/dismissed-offers/{evidenceId}/{code}")
class DismissingController {
    private final DismissedOffers dismissed;
    private final LinkingEvidence linking;
    private final EvidenceRecords records;
    private final Recording recording;
    private final CurrentPerson current;
    private final Clock clock;

    DismissingController(
            DismissedOffers dismissed,
            LinkingEvidence linking,
            EvidenceRecords records,
            Recording recording,
            CurrentPerson current,
            Clock clock) {
        this.dismissed = dismissed;
        this.linking = linking;
        this.records = records;
        this.recording = recording;
        this.current = current;
        this.clock = clock;
    }

    /** Hides the offer on this sheet, for everybody who works on it. */
    @PutMapping
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'evidence', #evidenceId)"
            + " and @access.may('LINK_EVIDENCE', 'assessment', #id)")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable UUID id, @PathVariable UUID evidenceId, @PathVariable String code) {
        requireOfOneUnit(id, evidenceId, code);
        if (!dismissed.existsById(DismissedOffer.idOf(id, code, evidenceId))) {
            insert(DismissedOffer.of(
                    id, code, evidenceId, current.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        }
    }

    /** Offers it again. */
    @DeleteMapping
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'evidence', #evidenceId)"
            + " and @access.may('LINK_EVIDENCE', 'assessment', #id)")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void offerAgain(@PathVariable UUID id, @PathVariable UUID evidenceId, @PathVariable String code) {
        requireOfOneUnit(id, evidenceId, code);
        dismissed.findById(DismissedOffer.idOf(id, code, evidenceId)).ifPresent(recording::remove);
    }

    private void insert(DismissedOffer offer) {
        try {
            dismissed.insert(offer);
        } catch (DuplicateKeyException dismissedAtTheSameMoment) {
            // What was wanted.
        }
    }

    private void requireOfOneUnit(UUID id, UUID evidenceId, String code) {
        var unitId = linking.openQuestion(id, code).unitId();
        if (records.findById(evidenceId)
                .filter(it -> it.unitId().equals(unitId))
                .isEmpty()) {
            throw new EvidenceOfOtherUnit(evidenceId);
        }
    }
}
