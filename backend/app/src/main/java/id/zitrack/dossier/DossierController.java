package id.zitrack.dossier;

import id.zitrack.platform.DownloadTickets;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hands out tickets to the documents of an assessment. */
@RestController
class DossierController {
    private final DownloadTickets tickets;
    private final GatheringDossier gathering;
    private final DossierDownload download;

    DossierController(DownloadTickets tickets, GatheringDossier gathering, DossierDownload download) {
        this.tickets = tickets;
        this.gathering = gathering;
        this.download = download;
    }

    /**
     * Which document is wanted.
     *
     * @param kind the printed sheet, the workbook, or the whole dossier
     */
    record TicketRequest(
            @NotNull @Pattern(regexp = "pdf|xlsx|zip") String kind) {}

    /** Where to fetch it, once and soon. */
    record Ticket(String url) {}

    @PostMapping("/api/assessments/{id}/dossier/tickets")
    @PreAuthorize("@access.may('EXPORT_DOSSIER', 'assessment', #id)")
    Ticket ticket(@PathVariable UUID id, @Valid @RequestBody TicketRequest request) {
        if (request.kind().equals(DossierDownload.ARCHIVE)) {
            // Told here and not on the page that the browser opens for the download.
            download.requireWhole(gathering.of(id));
        }
        return new Ticket(tickets.issue(DossierDownload.KIND, DossierDownload.what(id, request.kind())));
    }
}
