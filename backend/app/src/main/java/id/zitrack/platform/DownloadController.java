package id.zitrack.platform;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Opens downloads by ticket: the ticket is the right to ask, the room that keeps the thing checks access again. */
@RestController
class DownloadController {
    private final DownloadTickets tickets;
    private final Map<String, Download> downloads;

    DownloadController(DownloadTickets tickets, List<Download> downloads) {
        this.tickets = tickets;
        this.downloads = downloads.stream().collect(toMap(Download::kind, Function.identity()));
    }

    @GetMapping("/api/downloads/{ticket}")
    @PreAuthorize("permitAll()")
    ResponseEntity<?> download(@PathVariable String ticket) {
        var found = tickets.redeem(ticket);
        var download = downloads.get(found.kind());
        if (download == null) {
            throw new NotThere("download", found.kind());
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(found.person()));
        return download.open(found.what());
    }
}
