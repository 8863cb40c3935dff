package id.zitrack.evidence;

import id.zitrack.instrument.Crosswalk;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Evidence that could prove one more question, because it proves a paired one of another instrument. */
@RestController
@RequestMapping("/api/evidence/offers")
class OfferController {
    private final OfferingEvidence offering;
    private final DismissedOffers dismissed;
    private final Responses responses;

    OfferController(OfferingEvidence offering, DismissedOffers dismissed, Responses responses) {
        this.offering = offering;
        this.dismissed = dismissed;
        this.responses = responses;
    }

    /**
     * One offer.
     *
     * @param match the best of its uses
     * @param uses the paired questions it proves already, the best fit first
     * @param isDismissed whether somebody has found that it does not bear on the question
     */
    record OfferBody(
            Crosswalk.Match match,
            EvidenceResponse evidence,
            List<OfferingEvidence.OfferUse> uses,
            boolean isDismissed) {}

    /** What the unit's evidence offers for a question of one of its sheets, in this or an earlier period. */
    @GetMapping
    @PreAuthorize("@access.may('SEE_EVIDENCE', 'assessment', #assessmentId)")
    List<OfferBody> list(@RequestParam UUID assessmentId, @RequestParam String code) {
        var offers = offering.offers(assessmentId, code);
        var shown = responses.of(
                offers.stream().map(OfferingEvidence.Offer::evidence).toList());
        var hidden = dismissed.idsOn(assessmentId);
        return IntStream.range(0, offers.size())
                .mapToObj(it -> new OfferBody(
                        offers.get(it).uses().get(0).match(),
                        shown.get(it),
                        offers.get(it).uses(),
                        hidden.contains(DismissedOffer.idOf(
                                assessmentId, code, shown.get(it).id()))))
                .toList();
    }
}
