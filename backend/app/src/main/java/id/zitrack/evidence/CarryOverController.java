package id.zitrack.evidence;

import id.zitrack.evidence.Sheets.SheetName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Evidence of earlier years that waits to be confirmed for a sheet. */
@RestController
@RequestMapping("/api/assessments/{id}/carry-over")
class CarryOverController {
    private final CarryingOver carrying;
    private final DismissedOffers dismissed;
    private final Responses responses;

    CarryOverController(CarryingOver carrying, DismissedOffers dismissed, Responses responses) {
        this.carrying = carrying;
        this.dismissed = dismissed;
        this.responses = responses;
    }

    /**
     * One offer.
     *
     * @param stale whether its validity ends before the year of this sheet begins
     * @param isOpen whether the caller may confirm it now
     * @param isDismissed whether somebody has found that it does not bear on the question
     */
    record CarryOverOffer(
            String code,
            String label,
            EvidenceResponse evidence,
            SheetName from,
            boolean stale,
            boolean isOpen,
            boolean isDismissed) {}

    record Confirmation(
            @NotEmpty(message = "Pilih sedikitnya satu bukti.") @Size(max = 1000)
            List<@Valid @NotNull ConfirmedOffer> offers) {}

    record ConfirmedOffer(
            @NotNull UUID evidenceId,
            @NotBlank @Size(max = 100) String code) {}

    @GetMapping
    @PreAuthorize("@access.may('SEE_EVIDENCE', 'assessment', #id)")
    List<CarryOverOffer> offers(@PathVariable UUID id) {
        var offers = carrying.offers(id);
        var shown =
                responses.of(offers.stream().map(CarryingOver.Offer::evidence).toList());
        var hidden = dismissed.idsOn(id);
        return IntStream.range(0, offers.size())
                .mapToObj(it -> new CarryOverOffer(
                        offers.get(it).code(),
                        offers.get(it).label(),
                        shown.get(it),
                        offers.get(it).from(),
                        offers.get(it).stale(),
                        offers.get(it).isOpen(),
                        hidden.contains(DismissedOffer.idOf(
                                id, offers.get(it).code(), shown.get(it).id()))))
                .toList();
    }

    /** Confirms that evidence still proves its question; says of each whether it is linked now. */
    @PostMapping
    @PreAuthorize("@access.may('LINK_EVIDENCE', 'assessment', #id)")
    List<CarryingOver.Outcome> confirm(@PathVariable UUID id, @Valid @RequestBody Confirmation request) {
        return carrying.confirm(
                id,
                request.offers().stream()
                        .map(it -> new CarryingOver.Choice(it.evidenceId(), it.code()))
                        .toList());
    }
}
